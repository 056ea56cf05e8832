// For loops that the compiler turns into vector code: one version for each level of x86-64, chosen when the library is loaded
// by what the processor can do. (A processor's name as `arch` would be looked for by that name: no other one, however able, would match.)
// Elementary functions in loops marked `#pragma omp simd` are those of the C library's vector library (at most 4 units in the last place off).
#pragma once
#include <cmath>

extern "C" {
#pragma omp declare simd notinbranch
float expf(float) noexcept;
#pragma omp declare simd notinbranch
float log1pf(float) noexcept;
#pragma omp declare simd notinbranch
float tanhf(float) noexcept;
}

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__)
#define FOR_EACH_PROCESSOR __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default"), noinline))
#else
#define FOR_EACH_PROCESSOR __attribute__((noinline))
#endif
