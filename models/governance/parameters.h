// SPDX-FileCopyrightText: The Essaim authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/core/quantity.h"
#include "engine/world/field.h"

namespace essaim::governance {

/// What a scenario may say about governance, under `[parameters.governance]`.
struct Parameters {
  Fraction opinion_rule{0.25};
  Fraction stubbornness{0.5};
  Fraction self_confidence{0.6};
  Fraction tolerance{0.3};
  Fraction convergence{0.4};
  Fraction noise{0.02};
  Fraction first_opinion{0.1};
  Fraction interest{0.3};
  Fraction opinion_spread{0.5};
  Fraction experience{0.1};
  Fraction mayor_trust{0.6};
  Fraction trust_spread{0.18};
  PerMonth trust_outcome{0.05};
  PerMonth trust_promise{0.01};
  Fraction trust_voice{0.015};
  PerMonth trust_return{0.05};
  PerMonth expectation_learning{0.3};
  Fraction compliance_base{0.75};
  Fraction compliance_opinion{0.8};
  Fraction compliance_trust{1};
  Fraction enforcement{0.2};
  Days session_days{30};
  Fraction adoption_threshold{0.5};
  Fraction turnout_trust{0.4};
  Fraction council_delays{3};
  Fraction request_granted{0.5};
  Days request_days{120};
  Persons assembly_seats{35};
  Fraction assembly_letters{10};
  Fraction letter_acceptance{0.16};
  Days assembly_days{120};
  Fraction informed_position{0.3};
  Fraction informed_shift{0.2};
  Fraction publicity{0.7};
  Fraction advice_weight{0.25};
  Fraction budget_rule{0.25};
  Days budget_calendar{203};
  Fraction budget_turnout{0.064};
  EurosPerPersonYear budget_envelope{6.5};
  Fraction budget_others{8};
  Fraction volunteers{0.24};
  HoursPerWeek volunteer_hours{2.1};
  Fraction volunteer_share{0.3};
  PerMonth fatigue{0.03};
  PerMonth fatigue_recovery{0.03};
  Fraction helper_wave{0.004};
  Days helper_fading{45};
  Fraction first_timers{0.55};

  static void describe(auto& p, auto visit) {
    visit(Field{.name = "opinion_rule",
                .meaning = {"Règle des avis : influence des proches sous 0,5, confiance bornée à partir de 0,5",
                            "Rule of opinions: influence of ties below 0.5, bounded confidence from 0.5 on"},
                .allowed = {0, 1},
                .plausible = {0, 1},
                .mark = Mark::assumption,
                .source =
                    "which rule holds is unknown; most such models lack validation (JASSS 25(4) 4), so both are drawn"},
          p.opinion_rule);
    visit(Field{.name = "stubbornness",
                .meaning = {"Poids du premier avis dans l'avis de la semaine (Friedkin et Johnsen)",
                            "Weight of the first opinion in the week's opinion (Friedkin and Johnsen)"},
                .allowed = {0, 1},
                .plausible = {0.2, 0.8},
                .mark = Mark::assumption,
                .source = "guess; below 0.2 a year of weekly talk would leave one opinion"},
          p.stubbornness);
    visit(Field{.name = "self_confidence",
                .meaning = {"Poids de son propre avis face à celui de ses proches (Friedkin et Johnsen)",
                            "Weight of one's own opinion against that of ties (Friedkin and Johnsen)"},
                .allowed = {0, 1},
                .plausible = {0.3, 0.8},
                .mark = Mark::assumption,
                .source = "guess; experiments find that confidence drives change (PLoS ONE 0140406)"},
          p.self_confidence);
    visit(Field{.name = "tolerance",
                .meaning = {"Écart d'avis, en part de l'échelle, au-delà duquel on ne s'écoute plus",
                            "Gap between opinions, as a share of their scale, beyond which people do not listen"},
                .allowed = {0, 1},
                .plausible = {0.2, 0.5},
                .mark = Mark::assumption,
                .source = "range used with bounded confidence (Deffuant 2000; arXiv 0906.0441)"},
          p.tolerance);
    visit(Field{.name = "convergence",
                .meaning = {"Part de l'écart comblée par une discussion (confiance bornée)",
                            "Share of the gap closed by a discussion (bounded confidence)"},
                .allowed = {0, 0.5},
                .plausible = {0.3, 0.5},
                .mark = Mark::assumption,
                .source = "range used with bounded confidence (Deffuant 2000)"},
          p.convergence);
    visit(Field{.name = "noise",
                .meaning = {"Chance, par semaine, de revenir à son premier avis (confiance bornée)",
                            "Chance, in a week, of going back to one's first opinion (bounded confidence)"},
                .allowed = {0, 1},
                .plausible = {0.01, 0.05},
                .mark = Mark::assumption,
                .source = "range that keeps clusters from freezing (arXiv 0906.0441, 1004.1102)"},
          p.noise);
    visit(Field{.name = "first_opinion",
                .meaning = {"Avis moyen, de -1 à 1, de qui n'a rien à gagner à une mesure",
                            "Mean opinion, -1 to 1, of those with nothing to gain from a measure"},
                .allowed = {-1, 1},
                .plausible = {-0.1, 0.3},
                .mark = Mark::assumption,
                .source = "guess"},
          p.first_opinion);
    visit(Field{.name = "interest",
                .meaning = {"Avis en plus chez qui peut profiter de la mesure",
                            "Opinion in addition among those whom the measure can help"},
                .allowed = {0, 2},
                .plausible = {0.1, 0.6},
                .mark = Mark::assumption,
                .source = "guess"},
          p.interest);
    visit(Field{.name = "opinion_spread",
                .meaning = {"Écart type des premiers avis", "Standard deviation of first opinions"},
                .allowed = {0, 2},
                .plausible = {0.3, 0.7},
                .mark = Mark::assumption,
                .source = "guess"},
          p.opinion_spread);
    visit(Field{.name = "experience",
                .meaning = {"Part du chemin vers l'avis le plus favorable que fait en une semaine qui manque de tout "
                            "ce qu'une mesure apporte",
                            "Share of the way to the most favourable opinion made in a week by those who lack all that "
                            "a measure brings"},
                .allowed = {0, 1},
                .plausible = {0.02, 0.2},
                .mark = Mark::assumption,
                .source = "guess"},
          p.experience);
    visit(
        Field{
            .name = "mayor_trust",
            .meaning = {"Part des habitants qui font confiance à leur maire au départ",
                        "Share of residents who trust their mayor at the start"},
            .allowed = {0.05, 0.95},
            .plausible = {0.58, 0.65},
            .mark = Mark::assumption,
            .source =
                "Cevipof/OpinionWay: 58 % (Dec 2018), 63 % (Feb 2020), 65 % (Jan 2021); here a guess for one commune"},
        p.mayor_trust);
    visit(
        Field{.name = "trust_spread",
              .meaning = {"Écart type de la confiance entre ménages", "Standard deviation of trust between households"},
              .allowed = {0.01, 0.5},
              .plausible = {0.1, 0.25},
              .mark = Mark::assumption,
              .source = "guess"},
        p.trust_spread);
    visit(Field{.name = "trust_outcome",
                .meaning = {"Confiance perdue en un mois par qui vit tout le contraire de ce qu'il attendait",
                            "Trust lost in a month by those who live the full contrary of what they expected"},
                .allowed = {0, 1},
                .plausible = {0.02, 0.1},
                .mark = Mark::assumption,
                .source = "guess, ordered by Cevipof: a national crisis moved trust by up to 13 points a year, trust "
                          "in mayors by up to 5"},
          p.trust_outcome);
    visit(Field{.name = "trust_promise",
                .meaning = {"Confiance gagnée ou perdue en un mois pour des promesses toutes tenues ou toutes rompues",
                            "Trust won or lost in a month for promises all kept or all broken"},
                .allowed = {0, 1},
                .plausible = {0.004, 0.02},
                .mark = Mark::assumption,
                .source = "guess, ordered by Cevipof: trust in mayors moved by 2 to 5 points a year"},
          p.trust_promise);
    visit(
        Field{
            .name = "trust_voice",
            .meaning =
                {"Confiance gagnée par qui prend part une fois, ou perdue par qui voit refuser ce que veut la majorité",
                 "Trust won by taking part once, or lost by seeing refused what a majority wants"},
            .allowed = {0, 1},
            .plausible = {0.005, 0.03},
            .mark = Mark::assumption,
            .source = "guess"},
        p.trust_voice);
    visit(Field{.name = "trust_return",
                .meaning = {"Part de l'écart à la confiance de départ qui se referme en un mois",
                            "Share of the gap to the trust of the start that closes in a month"},
                .allowed = {0, 1},
                .plausible = {0.02, 0.1},
                .mark = Mark::assumption,
                .source = "guess"},
          p.trust_return);
    visit(Field{.name = "expectation_learning",
                .meaning = {"Part de l'écart entre ce qu'on vit et ce qu'on attendait qui devient attente en un mois",
                            "Share of the gap between what is lived and expected that becomes expectation in a month"},
                .allowed = {0, 4},
                .plausible = {0.1, 0.5},
                .mark = Mark::assumption,
                .source = "guess"},
          p.expectation_learning);
    visit(
        Field{.name = "compliance_base",
              .meaning =
                  {"Chance qu'un ménage sans avis et de confiance moyenne suive une règle sans contrôle",
                   "Chance that a household without opinion and of medium trust keeps to a rule that nobody enforces"},
              .allowed = {0.02, 0.98},
              .plausible = {0.6, 0.9},
              .mark = Mark::assumption,
              .source = "guess"},
        p.compliance_base);
    visit(Field{.name = "compliance_opinion",
                .meaning = {"Poids de l'avis sur la règle, en logit", "Weight of the opinion on the rule, as a logit"},
                .allowed = {0, 10},
                .plausible = {0.3, 1.5},
                .mark = Mark::assumption,
                .source = "guess"},
          p.compliance_opinion);
    visit(Field{.name = "compliance_trust",
                .meaning = {"Poids de la confiance (de -1 à 1), en logit", "Weight of trust (-1 to 1), as a logit"},
                .allowed = {0, 10},
                .plausible = {0.3, 2},
                .mark = Mark::assumption,
                .source = "guess"},
          p.compliance_trust);
    visit(Field{.name = "enforcement",
                .meaning = {"Contrôle des règles, de 0 à 1, ajouté au logit",
                            "Enforcement of rules, 0 to 1, added to the logit"},
                .allowed = {0, 1},
                .plausible = {0, 0.5},
                .mark = Mark::assumption,
                .source = "guess",
                .lever = true},
          p.enforcement);
    visit(Field{.name = "session_days",
                .meaning = {"Jours entre deux séances du conseil", "Days between two sessions of the council"},
                .allowed = {7, 120},
                .plausible = {28, 60},
                .mark = Mark::assumption,
                .source = "guess: about monthly; the law asks for one a quarter",
                .lever = true},
          p.session_days);
    visit(Field{.name = "adoption_threshold",
                .meaning = {"Part des voix favorables qu'il faut au conseil pour adopter",
                            "Share of voices in favour that the council needs to adopt"},
                .allowed = {0, 1},
                .plausible = {0.4, 0.6},
                .mark = Mark::assumption,
                .source = "guess",
                .lever = true},
          p.adoption_threshold);
    visit(Field{.name = "turnout_trust",
                .meaning = {"Participation aux élections en plus, de la confiance nulle à la confiance entière",
                            "Turnout in addition, from no trust to full trust"},
                .allowed = {0, 1},
                .plausible = {0, 0.8},
                .mark = Mark::assumption,
                .source = "guess"},
          p.turnout_trust);
    visit(Field{.name = "council_delays",
                .meaning = {"Séances auxquelles le conseil reporte ce qu'il ne peut pas payer avant de le refuser",
                            "Sessions to which the council puts off what it cannot pay before it refuses"},
                .allowed = {0, 24},
                .plausible = {1, 6},
                .mark = Mark::assumption,
                .source = "guess",
                .lever = true},
          p.council_delays);
    visit(Field{.name = "request_granted",
                .meaning = {"Chance qu'un autre organisme accorde ce que le conseil lui demande",
                            "Chance that another body grants what the council asks for"},
                .allowed = {0, 1},
                .plausible = {0.3, 0.7},
                .mark = Mark::assumption,
                .source = "guess"},
          p.request_granted);
    visit(Field{.name = "request_days",
                .meaning = {"Délai moyen de réponse d'un autre organisme", "Mean delay of another body's answer"},
                .allowed = {1, 1'500},
                .plausible = {60, 300},
                .mark = Mark::assumption,
                .source = "guess"},
          p.request_days);
    visit(Field{.name = "assembly_seats",
                .meaning = {"Sièges d'une assemblée citoyenne", "Seats of a citizens' assembly"},
                .allowed = {1, 1'000},
                .plausible = {35, 35},
                .mark = Mark::published,
                .source = "350 letters, 56 acceptances, 35 seats (democurieux.fr)",
                .lever = true},
          p.assembly_seats);
    visit(Field{.name = "assembly_letters",
                .meaning = {"Lettres envoyées par siège", "Letters sent for each seat"},
                .allowed = {1, 1'000},
                .plausible = {10, 10},
                .mark = Mark::published,
                .source = "350 letters for 35 seats (democurieux.fr)",
                .lever = true},
          p.assembly_letters);
    visit(Field{.name = "letter_acceptance",
                .meaning = {"Part des personnes tirées au sort qui acceptent",
                            "Share of persons drawn by lot who accept"},
                .allowed = {0, 1},
                .plausible = {0.16, 0.16},
                .mark = Mark::published,
                .source = "56 of 350 (democurieux.fr)"},
          p.letter_acceptance);
    visit(Field{.name = "assembly_days",
                .meaning = {"Durée des travaux d'une assemblée", "Time that an assembly takes"},
                .allowed = {1, 1'000},
                .plausible = {60, 180},
                .mark = Mark::assumption,
                .source = "guess: months",
                .lever = true},
          p.assembly_days);
    visit(Field{.name = "informed_position",
                .meaning = {"Avis, de -1 à 1, vers lequel l'information mène les membres",
                            "Opinion, -1 to 1, to which information leads members"},
                .allowed = {-1, 1},
                .plausible = {-0.2, 0.8},
                .mark = Mark::assumption,
                .source = "guess: nobody knows it before the assembly sits"},
          p.informed_position);
    visit(
        Field{.name = "informed_shift",
              .meaning = {"Part du chemin vers cet avis que fait un membre",
                          "Share of the way to that opinion which a member makes"},
              .allowed = {0, 1},
              .plausible = {0.1, 0.3},
              .mark = Mark::assumption,
              .source = "guess; 72 % of 58 indices moved in nine deliberative polls (Fishkin), the size is not given"},
        p.informed_shift);
    visit(Field{.name = "publicity",
                .meaning = {"Poids de l'avis de l'assemblée parmi les proches, un proche comptant pour 1",
                            "Weight of the assembly's advice among ties, a tie counting 1"},
                .allowed = {0, 20},
                .plausible = {0.2, 1.5},
                .mark = Mark::assumption,
                .source = "guess",
                .lever = true},
          p.publicity);
    visit(Field{.name = "advice_weight",
                .meaning = {"Soutien ajouté devant le conseil par un avis entièrement favorable",
                            "Support added before the council by wholly favourable advice"},
                .allowed = {0, 1},
                .plausible = {0.1, 0.5},
                .mark = Mark::assumption,
                .source = "guess"},
          p.advice_weight);
    visit(Field{.name = "budget_rule",
                .meaning = {"Décompte du budget participatif : glouton sous 0,5, parts égales à partir de 0,5",
                            "Count of the participatory budget: greedy below 0.5, equal shares from 0.5 on"},
                .allowed = {0, 1},
                .plausible = {0, 1},
                .mark = Mark::assumption,
                .source = "communes count votes (greedy); equal shares is tried elsewhere",
                .lever = true},
          p.budget_rule);
    visit(Field{.name = "budget_calendar",
                .meaning = {"Durée d'un budget participatif, des propositions au vote",
                            "Time of a participatory budget, from proposals to the vote"},
                .allowed = {1, 1'000},
                .plausible = {203, 203},
                .mark = Mark::published,
                .source = "Le Passage 2020: 6 weeks of proposals, 12 of study, 11 of vote (bp-lepassage.fr)",
                .lever = true},
          p.budget_calendar);
    visit(Field{.name = "budget_turnout",
                .meaning = {"Part des adultes qui votent au budget participatif",
                            "Share of adults who vote in the participatory budget"},
                .allowed = {0, 1},
                .plausible = {0.064, 0.064},
                .mark = Mark::published,
                .source = "6.4 % of registered voters (c3rb, Fondation Jean-Jaures)"},
          p.budget_turnout);
    visit(Field{.name = "budget_envelope",
                .meaning = {"Enveloppe du budget participatif", "Envelope of the participatory budget"},
                .allowed = {0, 1'000},
                .plausible = {6.5, 6.5},
                .mark = Mark::published,
                .source = "6.50 EUR per resident and year, 400 communes, 2022 (La Gazette des communes)",
                .lever = true},
          p.budget_envelope);
    visit(Field{.name = "budget_others",
                .meaning = {"Autres projets proposés au budget participatif",
                            "Other projects in the participatory budget"},
                .allowed = {0, 60},
                .plausible = {4, 15},
                .mark = Mark::assumption,
                .source = "guess"},
          p.budget_others);
    visit(Field{.name = "volunteers",
                .meaning = {"Part des adultes bénévoles dans une association",
                            "Share of adults who volunteer in an association"},
                .allowed = {0, 1},
                .plausible = {0.24, 0.24},
                .mark = Mark::published,
                .source = "IFOP 2019 and 2024: 24 % (wide definitions: 43 %, Prouteau 2017)"},
          p.volunteers);
    visit(Field{.name = "volunteer_hours",
                .meaning = {"Heures qu'un bénévole donne par semaine", "Hours that a volunteer gives a week"},
                .allowed = {0, 100},
                .plausible = {2.1, 2.1},
                .mark = Mark::published,
                .source = "INSEE 2002: 820,000 full-time equivalents for 12 million volunteers, 110 hours a year"},
          p.volunteer_hours);
    visit(Field{.name = "volunteer_share",
                .meaning = {"Part de ces heures qui peut aller à une mesure de la commune",
                            "Share of these hours that can go to a measure of the commune"},
                .allowed = {0, 1},
                .plausible = {0.1, 0.5},
                .mark = Mark::assumption,
                .source = "guess"},
          p.volunteer_share);
    visit(Field{.name = "fatigue",
                .meaning = {"Part des heures perdue par mois quand on en demande plus qu'il n'y en a",
                            "Share of the hours lost in a month when more are asked for than there are"},
                .allowed = {0, 1},
                .plausible = {0.009, 0.06},
                .mark = Mark::assumption,
                .source = "guess: 10 to 100 % of volunteers leave in a year (trade pages from abroad)"},
          p.fatigue);
    visit(Field{.name = "fatigue_recovery",
                .meaning = {"Part des heures perdues qui revient par mois",
                            "Share of the lost hours that comes back in a month"},
                .allowed = {0, 1},
                .plausible = {0.01, 0.1},
                .mark = Mark::assumption,
                .source = "guess"},
          p.fatigue_recovery);
    visit(Field{.name = "helper_wave",
                .meaning = {"Part des habitants qui s'inscrivent pour aider dans une crise",
                            "Share of residents who sign up to help in a crisis"},
                .allowed = {0, 1},
                .plausible = {0.003, 0.005},
                .mark = Mark::assumption,
                .source = "Reserve civique 2020: 200,000 to 350,000 of 67 million; a guess for other crises"},
          p.helper_wave);
    visit(Field{.name = "helper_fading",
                .meaning = {"Durée de l'élan d'aide une fois la crise passée",
                            "Time for which the wave of helpers lasts once the crisis is over"},
                .allowed = {7, 1'000},
                .plausible = {20, 90},
                .mark = Mark::assumption,
                .source = "guess"},
          p.helper_fading);
    visit(Field{.name = "first_timers",
                .meaning = {"Part de ces personnes qui n'étaient engagées nulle part",
                            "Share of them who were engaged nowhere before"},
                .allowed = {0, 1},
                .plausible = {0.5, 0.7},
                .mark = Mark::assumption,
                .source = "Reserve civique 2020: more than half (vie-publique.fr)"},
          p.first_timers);
  }
};

}  // namespace essaim::governance
