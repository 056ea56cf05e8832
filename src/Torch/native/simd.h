// For loops that the compiler turns into vector code: one version for each kind of processor, chosen when the library is loaded.
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
#define FOR_EACH_PROCESSOR __attribute__((target_clones("arch=skylake-avx512", "arch=haswell", "default"), noinline))
#else
#define FOR_EACH_PROCESSOR __attribute__((noinline))
#endif
