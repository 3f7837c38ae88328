#!/usr/bin/env bash
# Fuzzes the check of a file with libFuzzer under the address sanitizer.
#
#   bash Tests/fuzz.sh [SECONDS]        default 60; SEED=N repeats a run
#
# Inputs that fail are left in .build-fuzz/failures. The corpus grows in .build-fuzz/corpus.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
seconds=${1:-60}
scratch=.build-fuzz
corpus=$scratch/corpus
failures=$scratch/failures

# The toolchain's libFuzzer without its own main, since SwiftPM gives executables theirs.
toolchain=$(dirname "$(readlink -f "$(command -v swiftc)")")
runtime=$(find "$toolchain/../lib/clang/" -name "libclang_rt.fuzzer_no_main-$(uname -m).a" -print -quit)
[[ -n $runtime ]] || { echo "error: this toolchain has no libFuzzer" >&2; exit 1; }

CONTRACTLINT_FUZZ=1 swift build --scratch-path "$scratch" --product fuzz-check \
    -Xswiftc -sanitize=address -Xswiftc -sanitize-coverage=edge,trace-cmp,inline-8bit-counters,pc-table \
    -Xswiftc -O -Xlinker "$runtime" -Xlinker -lstdc++ >"$scratch.log" 2>&1 || { cat "$scratch.log" >&2; exit 1; }

mkdir -p "$corpus" "$failures"
index=0
while IFS= read -r -d '' file; do
    index=$((index + 1))
    cp "$file" "$corpus/seed-$index"
done < <(find samples ../shared/standards/*/examples -name '*.yaml' -size -24k -print0 2>/dev/null)

ASAN_OPTIONS=detect_leaks=0 "$scratch/debug/fuzz-check" "$corpus" \
    -artifact_prefix="$failures/" -max_total_time="$seconds" -max_len=24000 -timeout=10 -rss_limit_mb=2048 \
    -print_final_stats=1 ${SEED:+-seed="$SEED"} 2>&1 | grep -v '^#' | tail -n 40
