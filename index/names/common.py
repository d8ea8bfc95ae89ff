"""Words that are names and words at once: which of them can name somebody, and beside what."""

FUNCTION_WORDS = frozenset(
    """
    a about after an and any are as at be been before being between both but by can could did do does during
    each for from had has have he her him his how i if in into is it its me my no not of on or our over per
    she should since so some than that the their them then there these they this those to under until up was
    we were what when where which while who whom whose why will with would yes you your all also as ever get
    got let may might must new old one other out said say says see such via vs within without whether
    """.split()  # noqa: SIM905 - a list of words reads best as words
)
"""Words that name nobody when written in lower case, nor where they open a sentence."""

GROUPS = frozenset(
    """
    administration agency association authority bank board bureau caucus center centre church club coalition
    college commission committee company conference congress corporation council county court department
    district division federation foundation fund group guard hospital house industry institute league library
    ministry museum office party program project republic school senate service society state states
    subcommittee team university union
    """.split()  # noqa: SIM905
)
"""What organisations are called: no surnames, whatever a parser takes them for."""

MONTH_NAMES = frozenset(("january", "march", "april", "may", "june", "july", "august"))

WORDS_TOO = frozenset(
    """
    amendment art ball bank banks bar base bell best bill bird bishop black bond bonds book booth border
    bowl box branch brand bridge brown buck bull burns bush butler camp case cash chance chambers chase church
    clay close coal cook corn corner cotton crisis cross curry day days deal dean dodge early east english
    fair farm farmer field fields fine fish fisher flood flowers food force ford forest foster fox frank free
    french friend
    frost garden gates gold golden good grant gray green grove guest guard hall hand hands hard head
    health heart hill hills holder holiday home hood hope house hunt hunter key king kings lake lamb land lane
    large law laws lead leader little lock long lord love low main major mark marks market marsh meet meeting
    mercy miles mill mills mine money moon moss mountain nation nice noble north oil order page park parks
    peace pen pike pine place plan plant police poll pool poor post pound power powers price prince pride
    prior quick race rain ray read reader rich rice ring rivers road rock rose rush sale sales salt sands
    savage school seal security self senate service sharp shell ship short sign silver singer small smart snow
    south speaker spring staff state steel stone storm strange street strong summer summers sun swift talks
    team temple time tower town towns trade trip union visit wall walls war ward water waters way week weeks
    well wells west wheat white wild wills winter wise wolf wood woods word words work world worth year york
    young
    """.split()  # noqa: SIM905
)
"""Surnames that are ordinary words: in lower case they name somebody only beside what people do."""

BEFORE_A_NAME = frozenset(
    """
    and did does do will has had have was were is are with met meet meets meeting join joined joins see saw
    host hosted by between from when where why how whether told tell
    """.split()  # noqa: SIM905
)
AFTER_A_NAME = frozenset(
    """
    and meet met meets meeting visit visited visits visiting with host hosted hosts travel traveled travelled
    go went speak spoke talk talked talks tell told say said join joined joins see saw attend attended call
    called sit sat sitdown do did does
    """.split()  # noqa: SIM905
)
ALLEGIANCES = frozenset(
    ("republican", "democrat", "democratic", "conservative", "labour", "liberal", "independent")
)
"""A party before a surname is no part of it."""

WEEKDAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
MONTHS = MONTH_NAMES | {"february", "september", "october", "november", "december"}

PARTICLES = frozenset(
    """
    von van der den de del della da di la le du dos das el al bin bint ibn ben ter zu abu abd und af av
    """.split()  # noqa: SIM905
)
"""Small words inside a surname: "von der Leyen", "bin Laden", "al-Maliki"."""
