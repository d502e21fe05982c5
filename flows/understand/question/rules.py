"""Rules over the signs in a message: which topic a combination of word lists speaks for, in order, first match wins."""

from collections.abc import Collection
from dataclasses import dataclass

from flows.understand.question.lexicon import word_set

GUARDS = """
cost_insurance: cost
cost_insurance: how_much -feel|lasts|again|how_often|how_long|appoint
medical_advice: pregnancy
medical_advice: medicine_with
medical_advice: own_meds -no_help
medical_advice: own_meds can_i|mixing|taking|side|eligible
medical_advice: medicine mixing|can_i|advise|prepare|body|side
medical_advice: medicine taking
medical_advice: mixing
medical_advice: substance
medical_advice: prepare
side_effects: raises|provokes body|organ|complaint|illness|condition|psych -have_it|can_i
medical_advice: body
medical_advice: illness
medical_advice: organ
medical_advice: care
side_effects: complaint
side_effects: fear
medical_advice: pace -form
medical_advice: psych have_it can_i|can_do|what_if
medical_advice: psych_other have_it
medical_advice: eligible
medical_advice: for_me -what_if
medical_advice: advise
medical_advice: dose -how_many|booster
medical_advice: dose_strong
medical_advice: resistant tried
medical_advice: ages
medical_advice: personal|my_condition
medical_advice: unknown_thing
medical_advice: family can_do|seen|can_i -elsewhere|private|talk|address|online|place|town|appoint|naming
medical_advice: other_clinic can_i|booster|seen
side_effects: side
scheduling: appoint session how_long
scheduling: changing
"""
"""What staff answer, whatever else the message asks."""

TOLD = """
medical_advice: pregnancy self -answering|condition|depression
medical_advice: illness self|medicine|bare -answering|condition|depression|psych|psych_other|session|fail|town|online
medical_advice: complaint medicine self -answering|condition|depression|psych|psych_other|session|fail|town|online
medical_advice: body_told -answering|condition|depression|psych|psych_other|session|fail|town|online
"""
"""What staff ought to hear although nothing was asked, where it cannot be the answer to a question of ours."""

ABOUT_HEALTH = frozenset({"pregnancy", "illness", "organ", "body", "complaint", "body_told", "substance"})
"""Signs that what is told may be about health, where the weight of the words says so too."""

TOPICS = """
results_vary: what_if fail -first_one
delete_my_data: delete
name_change: naming
privacy: private -talk
who_answers: robot -talk
human: talk -offers|elsewhere
not_sure_where_to_start: choose
how_long_is_this: form
directions: address
other: elsewhere -tms|dbt|ketamine what_is
dbt_details: dbt detail -versus|what_is
dbt: dbt
tms_details: tms detail -versus|what_is
tms: tms
online_phone: online
online_phone: far seen -place|where
number_of_infusions: how_many appoint -until|booster
booster_schedule: booster how_often|apart|how_many|month|enough|week|session how_long
booster_schedule: booster how_often|apart|how_many|month|enough|week|first_one
booster_when: booster
scheduling: appoint
locations: place
locations: town get_there|where|online
remission_duration: how_long feel afterwards|first_series
induction_schedule: first_series how_long|how_often|apart|what_is|week
how_it_works: why depression|ketamine feel|ketamine -how_soon|common|drug
time_to_relief: build_up
remission_duration: comeback how_soon|how_long
time_to_relief: how_soon
time_to_relief: how_many|how_long until feel
induction_schedule: week enough|session
induction_schedule: how_long enough
remission_duration: how_many|how_long month -booster|week|enough|session
time_to_relief: until session feel
time_to_relief: first_one feel -enough|how_many
time_to_relief: first_one relief -how_many
is_it_a_cure: cure
booster_when: lifetime again|session|booster
remission_duration: lifetime lasts
is_it_a_cure: lifetime
booster_when: comeback what_if
booster_when: again
remission_duration: comeback
induction_schedule: how_many week
remission_duration: lasts
time_to_relief: when feel
trd: resistant
trd: common standard|no_help|depression
trd: no_help standard
what_is_ketamine: drug -how_works|brain
how_it_works: different standard
how_it_works: how_works|brain
time_to_relief: how_long feel
results_vary: really_work
conditions_helped: treats
induction_schedule: how_often|apart
induction_schedule: week how_many|how_long|first_series
number_of_infusions: how_many session|enough
number_of_infusions: enough session|first_one
results_vary: fail|everyone feel
results_vary: fail
conditions_helped: condition
what_is_ketamine: ketamine what_is
services_offered: offers
locations: where
induction_schedule: first_series|week
"""
"""What a question is about, the narrower topics before the wider; one voice beside the weight of the words."""


OF_KETAMINE = word_set(
    """
    how_it_works conditions_helped induction_schedule number_of_infusions time_to_relief results_vary booster_when
    booster_schedule remission_duration is_it_a_cure
    """
)
"""Topics whose answers hold for ketamine only."""
OTHER_TREATMENTS = ("tms", "dbt")


@dataclass(frozen=True, slots=True)
class Rule:
    """`topic` where every group has a sign present and no sign of `unless` is."""

    topic: str
    groups: tuple[frozenset[str], ...]
    unless: frozenset[str]
    text: str

    def holds(self, signs: Collection[str]) -> bool:
        """Whether `signs` fit the rule."""
        return all(not group.isdisjoint(signs) for group in self.groups) and self.unless.isdisjoint(signs)


def parse_rules(text: str) -> tuple[Rule, ...]:
    """The rules written "topic: sign|sign sign -sign|sign", one a line."""
    return tuple(_rule(line) for line in text.strip().splitlines())


def _rule(line: str) -> Rule:
    topic, _, rest = line.partition(": ")
    parts = rest.split()
    groups = tuple(frozenset(part.split("|")) for part in parts if part[0] != "-")
    unless = frozenset(sign for part in parts if part[0] == "-" for sign in part[1:].split("|"))
    return Rule(topic, groups, unless, line)


def first_match(rules: tuple[Rule, ...], signs: Collection[str]) -> Rule | None:
    """The first rule that holds for `signs`."""
    return next((rule for rule in rules if rule.holds(signs)), None)


def narrowed(topic: str, signs: Collection[str]) -> str:
    """`topic`, or the one within it that staff answer, where the signs name what our own words do not speak of."""
    if topic in OF_KETAMINE and (other := other_treatment(signs)):
        return other
    if topic in OTHER_TREATMENTS and "versus" in signs:
        return f"{topic}_details"
    return "other_conditions" if topic == "conditions_helped" and "condition_other" in signs else topic


def other_treatment(signs: Collection[str]) -> str:
    """The topic of questions about the course of the one other treatment that is named, or ""."""
    named = [treatment for treatment in OTHER_TREATMENTS if treatment in signs]
    return f"{named[0]}_details" if len(named) == 1 and "ketamine" not in signs else ""
