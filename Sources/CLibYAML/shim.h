#pragma once

#include <string.h>
#include <yaml.h>

/// One libyaml event with its union flattened, so that Swift reads plain fields in its hottest loop.
typedef struct {
    yaml_event_type_t type;
    /// The style of a scalar, or 1 for a flow collection and 0 for a block one.
    int style;
    const unsigned char *value;
    size_t length;
    const unsigned char *anchor;
    const unsigned char *tag;
    /// Code points from the start of the input, as libyaml counts.
    size_t start;
    size_t end;
} contractlint_event;

/// Pulls the next event. The pointers in `flat` live until `contractlint_event_done`. Returns 0 on an error.
static inline int contractlint_next_event(yaml_parser_t *parser, yaml_event_t *event, contractlint_event *flat) {
    if (!yaml_parser_parse(parser, event)) return 0;
    flat->type = event->type;
    flat->start = event->start_mark.index;
    flat->end = event->end_mark.index;
    flat->value = 0;
    flat->length = 0;
    flat->anchor = 0;
    flat->tag = 0;
    flat->style = 0;
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        flat->value = event->data.scalar.value;
        flat->length = event->data.scalar.length;
        flat->anchor = event->data.scalar.anchor;
        flat->tag = event->data.scalar.tag;
        flat->style = event->data.scalar.style;
        break;
    case YAML_SEQUENCE_START_EVENT:
        flat->anchor = event->data.sequence_start.anchor;
        flat->tag = event->data.sequence_start.tag;
        flat->style = event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
        break;
    case YAML_MAPPING_START_EVENT:
        flat->anchor = event->data.mapping_start.anchor;
        flat->tag = event->data.mapping_start.tag;
        flat->style = event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
        break;
    case YAML_ALIAS_EVENT:
        flat->anchor = event->data.alias.anchor;
        break;
    default:
        break;
    }
    return 1;
}

/// libyaml's own, which its header leaves out.
extern void yaml_free(void *memory);

/// Frees what an event holds. Nearly all hold a value at most, which `yaml_event_delete` takes three times as long for.
static inline void contractlint_event_done(yaml_event_t *event, const contractlint_event *flat) {
    switch (flat->type) {
    case YAML_SCALAR_EVENT:
    case YAML_SEQUENCE_START_EVENT:
    case YAML_MAPPING_START_EVENT:
        if (flat->anchor || flat->tag) break;
        if (flat->value) yaml_free(event->data.scalar.value);
        return;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        return;
    default:
        break;
    }
    yaml_event_delete(event);
}

/// Lets the parser read `text` where it lies, instead of copying and decoding it piece by piece, which is a sixth of
/// libyaml's work. The text must be well-formed UTF-8 of characters that YAML permits, without a byte order mark, and
/// `length` bytes of it must be followed by at least 16 zeros: to libyaml the first of them is the end of the input, and it
/// looks ahead by a few characters. Returns what `contractlint_return` needs.
///
/// This sets what libyaml's own reader would have set (`yaml_parser_update_buffer` of 0.1 to 0.2.5): all characters in the
/// buffer, none left to read.
static inline yaml_char_t *contractlint_lend(yaml_parser_t *parser, unsigned char *text, size_t length) {
    yaml_char_t *own = parser->buffer.start;
    yaml_parser_set_input_string(parser, text, 0);
    parser->encoding = YAML_UTF8_ENCODING;
    parser->eof = 1;
    parser->buffer.start = text;
    parser->buffer.pointer = text;
    parser->buffer.last = text + length + 1;
    parser->buffer.end = parser->buffer.last;
    // Counted in characters, of which there are at most as many as bytes; a surplus is zeros, at which reading ends.
    parser->unread = length + 1;
    return own;
}

/// Gives the parser back its own buffer, before it is deleted.
static inline void contractlint_return(yaml_parser_t *parser, yaml_char_t *own) { parser->buffer.start = own; }
