"""Tell who can take part in a meeting: people, groups and bodies, not needs, costs or days."""

from index.meetings.lexicon.wordlists import lexicon
from index.meetings.syntax.trees import Tree

_PEOPLE = lexicon(
    """
    adult ally agent aide applicant ambassador assistant attendee attorney aunt boy brother businessman
    businesspeople businesswoman candidate captain chef chief child citizen clergy client colleague
    congressman congresswoman constituent consul consultant correspondent counsel counterpart couple crew
    cousin daughter delegate deputy descendant diplomat elder employee envoy executive expert family fan
    father fellow fireman fisherman folk foreman friend general girl governor graduate grandparent group
    guard guest guide head hero historian homeowner host individual inmate intern journalist
    judge justice kid king lady lawmaker lieutenant local man marine marshal mate mayor medic merchant
    midwife migrant mom mother nephew neighbour neighbor niece nominee notable nun nurse official
    operative orphan other parent participant partner patient patriarch patron peer people person
    personality personnel physician pilot pope politician premier president priest prime prince princess
    principal prisoner professional protester public queen rabbi refugee relative representative resident
    responder retiree scholar scout secretary self senator sergeant serviceman servicemember sibling
    sister someone somebody anyone everyone one soldier son specialist spokesman spokeswoman spouse staff
    staffer statesman student surgeon survivor teen teenager tenant therapist troop tribe twin uncle
    veteran victim voice volunteer widow wife husband witness woman workforce youngster youth champion
    celebrity chairman chairwoman chairperson chair cleric cadet addict astronaut athlete economist
    academic activist advocate affiliate airman analyst apprentice architect archbishop bishop chancellor
    coach commandant commissioner congregant consumer convict cop pastor imam sheriff trustee rector
    provost dean monk pharmacist postmaster opponent proponent detainee hostage immigrant infant
    veterinarian pontiff emir sultan monarch
    """
)
_BODIES = lexicon(
    """
    academy administration agency alliance assembly association audience authority band bank board body
    branch brigade bureau business cabinet camp campaign caucus chamber charity church clan class club
    coalition college command commission committee community company conference congregation congress
    consortium contingent cooperative corporation corps council country county court crowd cult
    delegation department directorate district division embassy enforcement enterprise establishment faculty
    faction federation firm force foundation gang government guild half hospital house industry institute
    institution jury league leadership legislature management media ministry military mission movement
    municipality nation network office opposition organisation organization panel parish parliament party
    patrol police press secretariat sector senate side society squad squadron staff state stakeholder
    subcommittee supplier syndicate task team town trade tribunal troupe trust union unit university village
    """
)
_AGENTS = ("er", "or", "ist", "ian", "ee", "man", "men", "woman", "women", "person", "people", "ant", "maker")
_NO_AGENTS = lexicon(
    """
    anger barrier behavior border budget chapter cancer center centre charter color computer corner
    counter cover danger december delivery disaster disorder door dollar dinner encounter error factor
    favor fear fever fiber filter finger fire flavor flower folder harbor honor hunger labor ladder layer
    letter matter meter mirror motor newspaper november number october offer operator order other paper
    parameter percent power quarter rumor river semester september server shelter shoulder slaughter
    sugar summer supper taper temper terror thunder timber tower trailer transfer trigger vector water
    weather winter wonder grant plant restaurant amount variant fee coffee degree guarantee remainder
    register radar standard tier calendar caliber waiver want instant constant poster banner
    interpreter translator
    """
)
_SOME = lexicon(
    """
    several some many all both dozen hundred thousand number one each most half variety majority few
    score couple handful
    """
)
_NEVER = frozenset(["DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "LAW", "WORK_OF_ART", "EVENT"])
_DAYS = lexicon("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
_NAMED = frozenset(["PERSON", "ORG", "NORP"])


def is_party(tree: Tree, head: int) -> bool:
    """Tell whether a noun phrase can be one side of a meeting."""
    word = tree.words[head]
    if word.text.lower() in ("two", "pair", "both") and not tree.under(head, "prep"):
        # "The two" points to people told before; who they are is read elsewhere.
        return word.text.lower() == "both" or any(
            tree.words[one].lemma == "the" for one in tree.under(head, "det")
        )
    if word.lemma in _SOME or word.pos in ("NUM", "DET"):
        counted = [one for of in tree.under(head, "prep") for one in tree.under(of, "pobj")]
        return any(is_party(tree, one) for one in counted)
    if word.entity in _NAMED or word.pos == "PRON":
        return True
    if word.pos == "PROPN":
        return word.entity not in _NEVER or (word.text[:1].isupper() and word.text not in _DAYS)
    return word.pos in ("NOUN", "ADJ") and is_human(word.lemma)


def is_human(noun: str) -> bool:
    """Tell whether a common noun names people or a body of people, by a lexicon, else by its ending."""
    last = noun.split("-")[-1]
    if last in _PEOPLE or last in _BODIES:
        return True
    return len(last) > 4 and last.endswith(_AGENTS) and last not in _NO_AGENTS
