// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// How opinions move by talk: two rules that are compared, free of any simulation. Opinions lie in [-1, 1].

namespace essaim::governance {

inline constexpr double opinion_scale = 2;  ///< from -1 to 1

/// Friedkin and Johnsen (1990):  x <- (1 - s) ((1 - c) m + c x) + s x0
/// with m the mean opinion of ties, c the confidence in oneself, x0 the first opinion and s its weight.
constexpr double influenced(double own, double around, double first, double stubbornness, double confidence) {
  return (1 - stubbornness) * ((1 - confidence) * around + confidence * own) + stubbornness * first;
}

/// Bounded confidence (Deffuant and others 2000):  x <- x + mu (y - x)  if |x - y| < epsilon, else x
/// with epsilon a share of the scale.
constexpr double convinced(double own, double other, double epsilon, double mu) {
  const double gap = other - own;
  const double width = gap < 0 ? -gap : gap;
  return width < epsilon * opinion_scale ? own + mu * gap : own;
}

}  // namespace essaim::governance
