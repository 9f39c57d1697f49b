"""Words of three syllables and more that nearly everybody knows; our own list.

Chosen by one question: would somebody who reads the news in plain words stop at it? Words of health care are here only where
patients themselves use them every day.
"""

_WORDS = """
    absolutely accident accidents activities activity actually addition address advantage advantages adventure
    advertise afternoon afternoons afterwards allergic allergy already although altogether amazing ambulance
    ambulances america american animal animals anniversary another answering anybody anyone anything anyway anywhere
    apartment apologise apology appointment appointments april area areas argument arrival arthritis article asian
    attention audience august auntie australia available avenue average banana basketball batteries battery
    beautiful beginner beginning behaviour belonging benefit benefits bicycle bicycles britain cafeteria calculator
    calendar camera cameras canada capable capital carefully cathedral celebrate celebration celebrity centimetre
    century cereal charities charity chocolate christian cigarette cigarettes cinema citizen citizens colourful
    comfortable comfortably committee community companies company comparison complaining completely complicated
    computer computers condition conditions connection consider considered considering continue continued continues
    conversation corridor creative customer customers daffodil dangerous december decided decision decisions
    definitely delicious deliver delivered delivery democracy department dependent deposit desperate detective
    determined develop developed diabetes diary difference different differently difficult difficulty direction
    directions directly director disability disabled disagree disappear disappointed disappointing disaster discover
    discovered dishonest dishwasher document documents educated education elderly electric electrician electricity
    elephant eleven eleventh elsewhere embarrassed emergency emotion emotional employee employer encourage
    encouraged encouraging enemy energy engineer enjoyable enjoyment enormous entertain envelope envelopes equipment
    especially europe european evening evenings eventually every everybody everyday everyone everything everywhere
    examination example examples excellent excited excitement exciting exercise exercised exercises exercising
    expensive experience experienced experiences explanation factories factory familiar families family fantastic
    favourite february festival finally finishing flexible following foreigner forever forgotten furniture gardening
    general generally generous gentleman gentlemen geography government gradually grandchild grandchildren
    grandfather grandmother grandparent grandparents grocery guarantee gymnasium hairdresser hamburger handkerchief
    happening happily happiness headteacher helicopter history holiday holidays honestly horrible hospital hospitals
    however hurricane idea ideas identity imagination imagine immediate immediately importance important impossible
    improvement improvements including increasing incredible independent india individual industry infection
    infections influence information injection injections injured injuries injury innocent instruction instructions
    insurance interest interested interesting internet interview interviews introduce introduced invention invisible
    invitation invitations january jealousy jewellery kilogram kilometre kilometres lavatory leadership lemonade
    libraries library listening lottery luckily machinery magazine magazines majority manager managers marathon
    marvellous material materials maximum meaningful medical medicine medicines membership memories memory messaging
    microwave military millionaire minimum minister miserable monitor motorbike motorway mountaineer multiply museum
    museums musical musician mysterious mystery national natural naturally necessary negative neighbourhood
    neighbouring newsletter newsletters newspaper newspapers nobody normally november nursery obvious obviously
    occasion occasionally october offering official operate operation operations opinion opinions opportunities
    opportunity opposite orchestra ordinary organisation organisations organise organised organiser original
    originally otherwise outstanding overall overcome overnight oxygen paracetamol parliament particular
    particularly passenger passengers patiently performance period permanent permission personal personality
    personally pharmacy photo photograph photographer photographs photos physical physically physio piano poisonous
    policeman politely political politician politics popular popularity population positive possibility possible
    possibly potato potatoes powerful practical prescription prescriptions president previous previously principal
    prisoner probably procession professional professionals professor promising properly property protection
    provided providing pyjamas quality quantity radiator radio radios rapidly realise realised realistic reality
    recently recipe recognise recognised recommend recommended recover recovered recovering recovery regular
    regularly relation relations relative relatives relaxation relaxing religion religious remember remembered
    remembering repeated reporter representative responsibility responsible restaurant restaurants retirement
    returning reunion rewarding ridiculous romantic salary sandwiches satisfaction satisfied saturday saturdays
    scenery scientist scientists secretary separate separated separately september seriously seventeen seventh
    seventy several similar similarly situation situations skeleton sociable society solicitor somebody spaghetti
    specialist specialists specially specific spectacular stadium stationery strawberries strawberry studio
    stupidity successful successfully suddenly sufferer suffering suggestion suggestions suitable summertime
    supermarket supermarkets supporter supporters surgery surprisingly sympathy teenager teenagers telephone
    telephones television televisions temperature temporary terrible terribly themselves therapies therapist
    therapists therapy thunderstorm together tomato tomatoes tomorrow tradition traditional tropical typical
    umbrella umbrellas unable uncertain uncomfortable understand understanding understood unemployed unfortunate
    unfortunately unhappy uniform united universe universities university unlikely unlucky unusual unusually
    upsetting usual usually vaccination valuable variety vegetable vegetables vegetarian vehicle vehicles victory
    video videos violence violent visible visitor visitors vitamin vitamins vocabulary voluntary volunteer
    volunteering volunteers wandering whatever whenever wherever whoever wonderful wonderfully worrying yesterday
"""
EVERYDAY = frozenset(_WORDS.split())
