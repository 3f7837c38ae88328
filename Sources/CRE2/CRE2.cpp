#include "CRE2.h"

#include <re2/re2.h>

#include <new>
#include <string>
#include <vector>

struct cre2_pattern {
    re2::RE2 program;
    cre2_pattern(const re2::StringPiece &text, const re2::RE2::Options &options) : program(text, options) {}
};

extern "C" cre2_pattern *cre2_compile(const char *pattern, size_t length, size_t memory) {
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(static_cast<int64_t>(memory));
    return new (std::nothrow) cre2_pattern(re2::StringPiece(pattern, length), options);
}

extern "C" void cre2_free(cre2_pattern *pattern) { delete pattern; }

extern "C" const char *cre2_error(const cre2_pattern *pattern) {
    return pattern->program.ok() ? nullptr : pattern->program.error().c_str();
}

extern "C" int cre2_size(const cre2_pattern *pattern) { return pattern->program.ProgramSize(); }

extern "C" bool cre2_search(const cre2_pattern *pattern, const char *text, size_t length) {
    re2::StringPiece input(text, length);
    return pattern->program.Match(input, 0, length, re2::RE2::UNANCHORED, nullptr, 0);
}

extern "C" int cre2_groups(const cre2_pattern *pattern) { return pattern->program.NumberOfCapturingGroups(); }

extern "C" bool cre2_captures(const cre2_pattern *pattern, const char *text, size_t length, ptrdiff_t *offsets,
                              int count) {
    re2::StringPiece input(text, length);
    std::vector<re2::StringPiece> parts(count);
    if (!pattern->program.Match(input, 0, length, re2::RE2::UNANCHORED, parts.data(), count)) {
        return false;
    }
    for (int index = 0; index < count; index++) {
        bool is_there = parts[index].data() != nullptr;
        offsets[2 * index] = is_there ? parts[index].data() - text : -1;
        offsets[2 * index + 1] = is_there ? offsets[2 * index] + static_cast<ptrdiff_t>(parts[index].size()) : -1;
    }
    return true;
}
