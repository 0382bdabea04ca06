// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace essaim::math {

// Elementary functions made of additions, multiplications and divisions alone, in one order: the same last bit with
// every compiler, C library and in WebAssembly, which the system's functions do not promise. (Square roots are exact
// everywhere by IEEE 754: use std::sqrt.) Errors against the correctly rounded value stay below 2 units in the last
// place; tests/engine/core/math_test.cc measures them.

double exp(double x);            ///< overflows to infinity above 709.78, underflows to 0 below -745.13
double log(double x);            ///< natural; -infinity at 0, NaN below
double pow(double x, double y);  ///< exp(y log x) for x > 0; 0 for x = 0 and y > 0; relative error grows with |y log x|

/// Inverse of the standard normal distribution function, for 0 < p < 1.
/// P. J. Acklam's rational approximation (2003); relative error below 1.2e-9, below 2e-9 for p under 1e-300.
double normal_quantile(double p);

double sin(double x);  ///< |x| <= 1e5; error below 1e-15 + 1e-16 |x|
double cos(double x);  ///< as sin

}  // namespace essaim::math
