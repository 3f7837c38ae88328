// Memory for libyaml: it asks for several small pieces for each token and gives them back at once, which with the
// system's allocator is a sixth of the work of reading a file.
//
// libyaml asks through these four functions of its own and offers no other way to give it memory. They are weak: where
// libyaml is a shared library of ELF they are found before its own; where it is linked statically its own win, and on
// macOS it never looks outside. It works either way, only slower.
//
// Small pieces come from lists of free ones, a list for each size and thread, so nothing is locked. A piece may be freed
// by another thread than asked for it: it then changes lists. Lists never shrink while their thread lives, but libyaml
// holds few small pieces at a time: its large buffers, stacks and queues go to the system's allocator.

#include "CYAMLMemory.h"

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define CONTRACTLINT_SANITIZED 1
#endif
#endif

// A sanitizer is to see each piece for itself.
#if !defined(CONTRACTLINT_SANITIZED) && !defined(__SANITIZE_ADDRESS__)

/// Sizes are 16 bytes, 32, … up to 1024.
enum { SIZE_COUNT = 7, SMALLEST = 16, LARGEST = SMALLEST << (SIZE_COUNT - 1), SLAB_BYTES = 32 * 1024 };

/// Stands before each piece, and keeps it aligned as `malloc` would.
typedef struct {
    /// The index of its size; `SIZE_COUNT`: it came from the system.
    _Alignas(16) size_t size;
} header;

typedef struct piece {
    struct piece *next;
} piece;

typedef struct {
    piece *free[SIZE_COUNT];
    /// What is left of the last slab.
    char *fresh;
    size_t freshBytes;
} pool;

static _Thread_local pool thePool;

static size_t sizeIndex(size_t size) {
    if (size > LARGEST) return SIZE_COUNT;
    return size <= SMALLEST ? 0 : 60 - (size_t)__builtin_clzll((unsigned long long)(size - 1));
}

static header *headerOf(void *memory) { return (header *)memory - 1; }

// Kept apart, so that the usual case is short.
__attribute__((noinline)) static void *fromSystem(size_t size) {
    if (size > SIZE_MAX - sizeof(header)) return NULL;
    header *head = malloc(size + sizeof(header));
    if (!head) return NULL;
    head->size = SIZE_COUNT;
    return head + 1;
}

__attribute__((noinline)) static void *fromSlab(size_t index) {
    pool *own = &thePool;
    size_t bytes = sizeof(header) + ((size_t)SMALLEST << index);
    if (own->freshBytes < bytes) {
        // The rest of the old slab is lost: less than one piece.
        own->fresh = malloc(SLAB_BYTES);
        own->freshBytes = own->fresh ? SLAB_BYTES : 0;
        if (!own->fresh) return NULL;
    }
    header *head = (header *)own->fresh;
    own->fresh += bytes;
    own->freshBytes -= bytes;
    head->size = index;
    return head + 1;
}

__attribute__((weak)) void *yaml_malloc(size_t size) {
    size_t index = sizeIndex(size);
    if (index == SIZE_COUNT) return fromSystem(size);
    piece *first = thePool.free[index];
    if (!first) return fromSlab(index);
    thePool.free[index] = first->next;
    return first;
}

__attribute__((weak)) void yaml_free(void *memory) {
    if (!memory) return;
    header *head = headerOf(memory);
    if (head->size == SIZE_COUNT) return free(head);
    piece *freed = memory;
    freed->next = thePool.free[head->size];
    thePool.free[head->size] = freed;
}

__attribute__((weak)) void *yaml_realloc(void *memory, size_t size) {
    if (!memory) return yaml_malloc(size);
    header *head = headerOf(memory);
    if (head->size == SIZE_COUNT) {
        if (size > SIZE_MAX - sizeof(header)) return NULL;
        head = realloc(head, size + sizeof(header));
        return head ? head + 1 : NULL;
    }
    size_t held = (size_t)SMALLEST << head->size;
    if (size <= held) return memory;
    void *larger = yaml_malloc(size);
    if (!larger) return NULL;
    memcpy(larger, memory, held);
    yaml_free(memory);
    return larger;
}

__attribute__((weak)) unsigned char *yaml_strdup(const unsigned char *text) {
    if (!text) return NULL;
    size_t size = strlen((const char *)text) + 1;
    unsigned char *copy = yaml_malloc(size);
    if (copy) memcpy(copy, text, size);
    return copy;
}

#endif
