#pragma once

#include <stdbool.h>
#include <stddef.h>

/// A thin `extern "C"` face on RE2: patterns from contracts, rules and configurations are matched in time linear in the
/// text. No C++ type crosses it.

#ifdef __cplusplus
extern "C" {
#endif

/// A compiled pattern. Immutable after `cre2_compile`, so it may be shared between threads.
typedef struct cre2_pattern cre2_pattern;

/// Compiles `pattern` (UTF-8, `length` bytes) with a program of at most `memory` bytes.
/// Never returns NULL but for want of memory; ask `cre2_error` whether the pattern is usable.
cre2_pattern *cre2_compile(const char *pattern, size_t length, size_t memory);

void cre2_free(cre2_pattern *pattern);

/// NULL when the pattern compiled; else RE2's reason, owned by the pattern.
const char *cre2_error(const cre2_pattern *pattern);

/// The number of instructions of a usable pattern.
int cre2_size(const cre2_pattern *pattern);

/// Whether the pattern matches anywhere in `text` (UTF-8, `length` bytes).
bool cre2_search(const cre2_pattern *pattern, const char *text, size_t length);

/// The number of capturing groups of a usable pattern.
int cre2_groups(const cre2_pattern *pattern);

/// Where the pattern matches first in `text`: for the whole match and each of its first `count - 1` groups two offsets, the
/// start and the end; -1 where a group has no part in the match.
/// Returns false where it does not match.
bool cre2_captures(const cre2_pattern *pattern, const char *text, size_t length, ptrdiff_t *offsets, int count);

#ifdef __cplusplus
}
#endif
