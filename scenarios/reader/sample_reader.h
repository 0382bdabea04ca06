// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/commune/population_sample.h"
#include "scenarios/reader/csv.h"

namespace essaim::reader {

/// Surveyed households, a row for each person; the rows of a household follow each other, and what is said of the
/// household is read from its first row.
///
///     household   any name
///     age         0 to 110 (99 stands for older ones)
///     sex         f | m
///     activity    child | pupil | student | worker | unemployed | retired | other
///     type        one_person | couple | couple_with_children | lone_parent | other
///     weight      optional: how many households it stands for, above 0; 1 if there is no such column
///     income      optional: disposable, per consumption unit [EUR/year]
///     tenure      optional: owner | private_tenant | social_tenant
///     dwelling    optional: house | flat
///     built       optional: year
///     cars, bikes optional: numbers; more than two cars count as two, more than one bike as one
///
/// Each household has somebody of 15 or over; a type that its members contradict is refused.
/// Those of 15 or over come before the others.
commune::MicroSample read_sample(const CsvTable& table);

}  // namespace essaim::reader
