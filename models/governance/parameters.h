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
    visit(
        Field{
            .name = "opinion_rule",
            .meaning =
                {"Qui fait changer d'avis : sous 50 % tous les proches, dès 50 % ceux d'avis voisin (confiance bornée)",
                 "Who changes a mind: below 50 % all one's ties, from 50 % on those of close opinion (bounded "
                 "confidence)"},
            .allowed = {0, 1},
            .plausible = {0, 1},
            .mark = Mark::assumption,
            .source =
                "which rule holds is unknown; most such models lack validation (JASSS 25(4) 4), so both are drawn"},
        p.opinion_rule);
    visit(
        Field{.name = "stubbornness",
              .meaning =
                  {"Attachement de chacun à son premier avis : 0 % il l'oublie, 100 % il n'en démord pas (Friedkin et "
                   "Johnsen)",
                   "How far people hold to their first opinion: 0 % they forget it, 100 % they never leave it "
                   "(Friedkin and "
                   "Johnsen)"},
              .allowed = {0, 1},
              .plausible = {0.2, 0.8},
              .mark = Mark::assumption,
              .source = "guess; below 0.2 a year of weekly talk would leave one opinion"},
        p.stubbornness);
    visit(Field{.name = "self_confidence",
                .meaning = {"Poids de son propre avis face à ceux des proches : 0 % on les suit, 100 % on les ignore "
                            "(Friedkin et Johnsen)",
                            "Weight of one's own opinion against ties: 0 % follows them, 100 % ignores them (Friedkin "
                            "and Johnsen)"},
                .allowed = {0, 1},
                .plausible = {0.3, 0.8},
                .mark = Mark::assumption,
                .source = "guess; experiments find that confidence drives change (PLoS ONE 0140406)"},
          p.self_confidence);
    visit(Field{.name = "tolerance",
                .meaning = {"Écart au-delà duquel on n'écoute plus un avis : 0 % on n'écoute personne, 100 % tout le "
                            "monde (confiance "
                            "bornée)",
                            "Gap beyond which an opinion goes unheard: 0 % nobody is heard, 100 % everybody is "
                            "(bounded confidence)"},
                .allowed = {0, 1},
                .plausible = {0.2, 0.5},
                .mark = Mark::assumption,
                .source = "range used with bounded confidence (Deffuant 2000; arXiv 0906.0441)"},
          p.tolerance);
    visit(
        Field{
            .name = "convergence",
            .meaning = {"Part du chemin vers l'avis de l'autre que l'on fait en une discussion (confiance bornée)",
                        "Share of the way to the other's opinion that one makes in a discussion (bounded confidence)"},
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
    visit(
        Field{.name = "first_opinion",
              .meaning =
                  {"Avis moyen, au départ, de ceux qui n'ont rien à gagner à une mesure : -1 contre, 1 pour",
                   "Mean opinion, at the start, of those with nothing to gain from a measure: -1 against, 1 in favour"},
              .allowed = {-1, 1},
              .plausible = {-0.1, 0.3},
              .mark = Mark::assumption,
              .source = "guess"},
        p.first_opinion);
    visit(
        Field{
            .name = "interest",
            .meaning =
                {"De combien l'avis sur une mesure (-1 contre, 1 pour) est plus favorable chez ceux qu'elle peut aider",
                 "How much more favourable the opinion of a measure (-1 to 1) is among those whom it can help"},
            .allowed = {0, 2},
            .plausible = {0.1, 0.6},
            .mark = Mark::assumption,
            .source = "guess"},
        p.interest);
    visit(Field{.name = "opinion_spread",
                .meaning = {"Diversité des premiers avis sur une mesure (0 : tous du même avis ; écart-type)",
                            "Diversity of first opinions of a measure (0: all the same; standard deviation)"},
                .allowed = {0, 2},
                .plausible = {0.3, 0.7},
                .mark = Mark::assumption,
                .source = "guess"},
          p.opinion_spread);
    visit(
        Field{
            .name = "experience",
            .meaning = {"Part du chemin vers le plein soutien que l'on fait par semaine si l'on manque de tout ce "
                        "qu'une mesure apporte",
                        "Share of the way to full support made in a week by those who lack all that a measure brings"},
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
              .meaning = {"Diversité de la confiance envers le maire, de 0 à 100 %, d'un ménage à l'autre (écart-type)",
                          "Diversity of trust in the mayor, 0 to 100 %, between households (standard deviation)"},
              .allowed = {0.01, 0.5},
              .plausible = {0.1, 0.25},
              .mark = Mark::assumption,
              .source = "guess"},
        p.trust_spread);
    visit(
        Field{
            .name = "trust_outcome",
            .meaning =
                {"Confiance envers le maire (0 à 100 %) perdue en un mois si tout va mal là où l'on attendait que tout "
                 "aille bien",
                 "Trust in the mayor (0 to 100 %) lost in a month if all goes badly where all was expected to go well"},
            .allowed = {0, 1},
            .plausible = {0.02, 0.1},
            .mark = Mark::assumption,
            .source = "guess, ordered by Cevipof: a national crisis moved trust by up to 13 points a year, trust "
                      "in mayors by up to 5"},
        p.trust_outcome);
    visit(Field{.name = "trust_promise",
                .meaning =
                    {"Confiance envers le maire (0 à 100 %) gagnée par mois si toute promesse est tenue, perdue si "
                     "toute est rompue",
                     "Trust in the mayor (0 to 100 %) won in a month if all promises are kept, lost if all are broken"},
                .allowed = {0, 1},
                .plausible = {0.004, 0.02},
                .mark = Mark::assumption,
                .source = "guess, ordered by Cevipof: trust in mayors moved by 2 to 5 points a year"},
          p.trust_promise);
    visit(
        Field{
            .name = "trust_voice",
            .meaning =
                {"Confiance (0 à 100 %) gagnée en prenant part à une décision, ou perdue si le vœu de la majorité est "
                 "refusé",
                 "Trust (0 to 100 %) won by taking part in a decision, or lost when what a majority wants is refused"},
            .allowed = {0, 1},
            .plausible = {0.005, 0.03},
            .mark = Mark::assumption,
            .source = "guess"},
        p.trust_voice);
    visit(Field{.name = "trust_return",
                .meaning = {"Part de l'écart à la confiance de départ envers le maire qui se referme en un mois",
                            "Share of the gap to the first trust in the mayor that closes in a month"},
                .allowed = {0, 1},
                .plausible = {0.02, 0.1},
                .mark = Mark::assumption,
                .source = "guess"},
          p.trust_return);
    visit(Field{.name = "expectation_learning",
                .meaning =
                    {"Vitesse à laquelle on s'habitue : part de l'écart entre ce qu'on vit et ce qu'on attend comblée "
                     "par mois",
                     "How fast people get used: share of the gap between what is lived and expected closed in a month"},
                .allowed = {0, 4},
                .plausible = {0.1, 0.5},
                .mark = Mark::assumption,
                .source = "guess"},
          p.expectation_learning);
    visit(
        Field{.name = "compliance_base",
              .meaning =
                  {"Chance qu'un ménage sans avis et de confiance moyenne suive une règle que rien ne contrôle",
                   "Chance that a household without opinion and of medium trust keeps to a rule that nobody enforces"},
              .allowed = {0.02, 0.98},
              .plausible = {0.6, 0.9},
              .mark = Mark::assumption,
              .source = "guess"},
        p.compliance_base);
    visit(
        Field{
            .name = "compliance_opinion",
            .meaning = {"Poids de l'avis qu'on a d'une règle (-1 contre, 1 pour) dans la chance de la suivre (0 : "
                        "aucun ; logit)",
                        "Weight of one's opinion of a rule (-1 to 1) in the chance of keeping to it (0: none; logit)"},
            .allowed = {0, 10},
            .plausible = {0.3, 1.5},
            .mark = Mark::assumption,
            .source = "guess"},
        p.compliance_opinion);
    visit(
        Field{
            .name = "compliance_trust",
            .meaning = {"Poids de la confiance envers le maire dans la chance de suivre une règle (0 : aucun ; logit)",
                        "Weight of trust in the mayor in the chance of keeping to a rule (0: none; logit)"},
            .allowed = {0, 10},
            .plausible = {0.3, 2},
            .mark = Mark::assumption,
            .source = "guess"},
        p.compliance_trust);
    visit(Field{.name = "enforcement",
                .meaning = {"Contrôle des règles, qui accroît la chance qu'elles soient suivies : 0 % aucun, 100 % le "
                            "plus fort (logit)",
                            "Enforcement of rules, which raises the chance that they are kept: 0 % none, 100 % the "
                            "strongest (logit)"},
                .allowed = {0, 1},
                .plausible = {0, 0.5},
                .mark = Mark::assumption,
                .source = "guess",
                .lever = true},
          p.enforcement);
    visit(Field{.name = "session_days",
                .meaning = {"Jours entre deux séances du conseil municipal",
                            "Days between two sessions of the municipal council"},
                .allowed = {7, 120},
                .plausible = {28, 60},
                .mark = Mark::assumption,
                .source = "guess: about monthly; the law asks for one a quarter",
                .lever = true},
          p.session_days);
    visit(
        Field{
            .name = "adoption_threshold",
            .meaning =
                {"Part des voix des habitants qu'il faut en faveur d'une mesure pour que le conseil municipal l'adopte",
                 "Share of residents' voices in favour that a measure needs for the municipal council to adopt it"},
            .allowed = {0, 1},
            .plausible = {0.4, 0.6},
            .mark = Mark::assumption,
            .source = "guess",
            .lever = true},
        p.adoption_threshold);
    visit(
        Field{
            .name = "turnout_trust",
            .meaning =
                {"Écart de participation aux élections entre qui a toute confiance dans le maire et qui n'en a aucune",
                 "Gap in turnout at elections between those with full trust in the mayor and those with none"},
            .allowed = {0, 1},
            .plausible = {0, 0.8},
            .mark = Mark::assumption,
            .source = "guess"},
        p.turnout_trust);
    visit(
        Field{.name = "council_delays",
              .meaning =
                  {"Nombre de fois où le conseil municipal reporte une mesure qu'il ne peut payer avant de la refuser",
                   "Times that the municipal council puts off a measure that it cannot pay before it refuses it"},
              .allowed = {0, 24},
              .plausible = {1, 6},
              .mark = Mark::assumption,
              .source = "guess",
              .lever = true},
        p.council_delays);
    visit(Field{.name = "request_granted",
                .meaning = {"Chance qu'un autre organisme accorde ce que le conseil municipal lui demande",
                            "Chance that another body grants what the municipal council asks for"},
                .allowed = {0, 1},
                .plausible = {0.3, 0.7},
                .mark = Mark::assumption,
                .source = "guess"},
          p.request_granted);
    visit(Field{.name = "request_days",
                .meaning = {"Délai moyen de réponse d'un autre organisme à une demande du conseil municipal",
                            "Mean delay of another body's answer to a request of the municipal council"},
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
                .meaning = {"Lettres d'invitation envoyées pour chaque siège d'une assemblée citoyenne",
                            "Letters of invitation sent for each seat of a citizens' assembly"},
                .allowed = {1, 1'000},
                .plausible = {10, 10},
                .mark = Mark::published,
                .source = "350 letters for 35 seats (democurieux.fr)",
                .lever = true},
          p.assembly_letters);
    visit(Field{.name = "letter_acceptance",
                .meaning = {"Part des personnes tirées au sort qui acceptent de siéger à une assemblée citoyenne",
                            "Share of persons drawn by lot who accept a seat in a citizens' assembly"},
                .allowed = {0, 1},
                .plausible = {0.16, 0.16},
                .mark = Mark::published,
                .source = "56 of 350 (democurieux.fr)"},
          p.letter_acceptance);
    visit(Field{.name = "assembly_days",
                .meaning = {"Durée des travaux d'une assemblée citoyenne", "Time that a citizens' assembly takes"},
                .allowed = {1, 1'000},
                .plausible = {60, 180},
                .mark = Mark::assumption,
                .source = "guess: months",
                .lever = true},
          p.assembly_days);
    visit(
        Field{
            .name = "informed_position",
            .meaning = {"Avis auquel l'information mène les membres d'une assemblée citoyenne : -1 contre, 1 pour",
                        "Opinion to which information leads members of a citizens' assembly: -1 against, 1 in favour"},
            .allowed = {-1, 1},
            .plausible = {-0.2, 0.8},
            .mark = Mark::assumption,
            .source = "guess: nobody knows it before the assembly sits"},
        p.informed_position);
    visit(
        Field{
            .name = "informed_shift",
            .meaning =
                {"Part du chemin, de son avis à celui où mène l'information, que fait un membre d'une assemblée "
                 "citoyenne",
                 "Share of the way from one's opinion to the informed one that a member of a citizens' assembly makes"},
            .allowed = {0, 1},
            .plausible = {0.1, 0.3},
            .mark = Mark::assumption,
            .source = "guess; 72 % of 58 indices moved in nine deliberative polls (Fishkin), the size is not given"},
        p.informed_shift);
    visit(
        Field{.name = "publicity",
              .meaning = {"Influence de l'avis d'une assemblée citoyenne sur chaque ménage, un proche comptant pour 1",
                          "Weight of a citizens' assembly's advice with each household, a tie counting 1"},
              .allowed = {0, 20},
              .plausible = {0.2, 1.5},
              .mark = Mark::assumption,
              .source = "guess",
              .lever = true},
        p.publicity);
    visit(
        Field{
            .name = "advice_weight",
            .meaning =
                {"Part de voix qu'un avis tout favorable d'une assemblée citoyenne ajoute devant le conseil municipal",
                 "Share of voices that wholly favourable advice of a citizens' assembly adds before the municipal "
                 "council"},
            .allowed = {0, 1},
            .plausible = {0.1, 0.5},
            .mark = Mark::assumption,
            .source = "guess"},
        p.advice_weight);
    visit(
        Field{.name = "budget_rule",
              .meaning = {"Budget participatif : sous 50 % les projets les plus votés l'emportent, dès 50 % chaque "
                          "votant a une part égale",
                          "Participatory budget: below 50 % the projects with most votes win, from 50 % on each voter "
                          "has an equal share"},
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
                .meaning = {"Enveloppe du budget participatif, par habitant et par an",
                            "Envelope of the participatory budget, per resident and year"},
                .allowed = {0, 1'000},
                .plausible = {6.5, 6.5},
                .mark = Mark::published,
                .source = "6.50 EUR per resident and year, 400 communes, 2022 (La Gazette des communes)",
                .lever = true},
          p.budget_envelope);
    visit(Field{.name = "budget_others",
                .meaning = {"Nombre de projets proposés au budget participatif en plus des mesures",
                            "Number of projects in the participatory budget besides the measures"},
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
                .meaning = {"Part des heures d'un bénévole qui peut aller aux mesures de la commune",
                            "Share of a volunteer's hours that can go to the measures of the commune"},
                .allowed = {0, 1},
                .plausible = {0.1, 0.5},
                .mark = Mark::assumption,
                .source = "guess"},
          p.volunteer_share);
    visit(
        Field{
            .name = "fatigue",
            .meaning = {"Part des heures de bénévolat perdue par mois quand une mesure en demande plus qu'il n'y en a",
                        "Share of volunteers' hours lost in a month when a measure asks for more than there are"},
            .allowed = {0, 1},
            .plausible = {0.009, 0.06},
            .mark = Mark::assumption,
            .source = "guess: 10 to 100 % of volunteers leave in a year (trade pages from abroad)"},
        p.fatigue);
    visit(Field{.name = "fatigue_recovery",
                .meaning = {"Part des heures de bénévolat perdues par fatigue qui revient en un mois",
                            "Share of volunteers' hours lost to fatigue that comes back in a month"},
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
                .meaning = {"Part de ceux qui s'inscrivent pour aider dans une crise sans avoir été engagés nulle part",
                            "Share of those who sign up to help in a crisis who were engaged nowhere before"},
                .allowed = {0, 1},
                .plausible = {0.5, 0.7},
                .mark = Mark::assumption,
                .source = "Reserve civique 2020: more than half (vie-publique.fr)"},
          p.first_timers);
  }
};

}  // namespace essaim::governance
