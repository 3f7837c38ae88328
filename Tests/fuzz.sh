#!/usr/bin/env bash
# Fuzzes one of the targets below Tests/Fuzz with libFuzzer under the address sanitizer.
#
#   bash Tests/fuzz.sh [SECONDS] [TARGET]        default 60 check; SEED=N repeats a run
#
#   check    the check of a file: its findings lie in the file, and two checks say the same
#   scan     the plain scan: events and tree are those of libyaml
#
# Inputs that fail are left in .build-fuzz/failures. The corpus grows in .build-fuzz/corpus.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
seconds=${1:-60}
target=${2:-check}
scratch=.build-fuzz
corpus=$scratch/corpus/$target
failures=$scratch/failures/$target

# The toolchain's libFuzzer without its own main, since SwiftPM gives executables theirs.
toolchain=$(dirname "$(readlink -f "$(command -v swiftc)")")
runtime=$(find "$toolchain/../lib/clang/" -name "libclang_rt.fuzzer_no_main-$(uname -m).a" -print -quit)
[[ -n $runtime ]] || { echo "error: this toolchain has no libFuzzer" >&2; exit 1; }

mkdir -p "$scratch"
CONTRACTLINT_FUZZ=1 swift build --scratch-path "$scratch" --product "fuzz-$target" \
    -Xswiftc -sanitize=address -Xswiftc -sanitize-coverage=edge,trace-cmp,inline-8bit-counters,pc-table \
    -Xswiftc -O -Xlinker "$runtime" -Xlinker -lstdc++ >"$scratch/build.log" 2>&1 || { cat "$scratch/build.log" >&2; exit 1; }

mkdir -p "$corpus" "$failures"
index=0
while IFS= read -r -d '' file; do
    index=$((index + 1))
    cp "$file" "$corpus/seed-$index"
done < <(find samples ../shared/standards/*/examples -name '*.yaml' -size -24k -print0 2>/dev/null)

options=()
if [[ -f Tests/Fuzz/${target^}/words.dict ]]; then options+=("-dict=Tests/Fuzz/${target^}/words.dict"); fi
ASAN_OPTIONS=detect_leaks=0 "$scratch/debug/fuzz-$target" "$corpus" \
    -artifact_prefix="$failures/" -max_total_time="$seconds" -max_len=24000 -timeout=10 -rss_limit_mb=2048 \
    -print_final_stats=1 ${SEED:+-seed="$SEED"} "${options[@]}" 2>&1 | grep -v '^#' | tail -n 40
