"""Words of names that say little: legal forms, trades, places, particles, titles; and names that are one name.

Facts of languages, folded to Latin letters without marks. Phrases are written as tokens with single spaces.
"""

LEGAL_FORMS: frozenset[str] = frozenset(
    """
    ab|ad|ag|aktiengesellschaft|aktiebolag|ao|aps|as|asa|bhd|bv|bvba|c por a|ca|cjsc|closed joint stock company|
    co|co kg|co ltd|company limited|corp|corporation|cv|cxa|dba|dd|doo|dmcc|dwc llc|ead|ec|eg|eirl|eood|
    e k|etablissement|eurl|ev|fz llc|fzc|fzco|fze|gbr|gesellschaft mit beschrankter haftung|ggmbh|gmbh|
    gmbh and co kg|gp|gup|hf|inc|incorporated|ip|is|joint stock company|jsc|jv|kabushiki kaisha|kb|kd|kda|kft|
    kg|kgaa|kk|kommanditgesellschaft|ky|lda|limited|limited company|limited liability company|
    limited liability partnership|limited partnership|limitada|llc|llp|lp|ltd|ltd sti|ltda|mbh|nv|oao|
    obschestvo s ogranichennoi otvetstvennostiu|obshchestvo s ogranichennoi otvetstvennostyu|
    obshchestvo s ogranichennoy otvetstvennostyu|ohg|ojsc|ood|ooo|open joint stock company|otkrytoe aktsionernoe obshchestvo|
    oy|oyj|pao|pjsc|plc|private limited|private limited company|proprietary limited|ps|psc|pt|pte|pte ltd|pty|pty ltd|
    public joint stock company|public limited company|public company|pvt|pvt ltd|s a|s de rl|sa|sa de cv|sa de rl|
    sac|sae|sagl|sal|private joint stock company|public shareholding company|stichting|foreningen|foundation inc|asbl|ev|verein|sarl|sas|sasu|sc|sca|scrl|sci|sdn|sdn bhd|se|sgps|sia|sicav|sl|slu|snc|societe anonyme|
    sociedad anonima|sociedad de responsabilidad limitada|soe|sp|sp k|sp z oo|sp zoo|spa|spol s ro|sprl|sro|srl|
    ste|stock company|tas|tbk|tov|ug|unipessoal lda|uab|ug haftungsbeschrankt|vof|wll|zao|zrt|tic|ticaret|san|sanayi|
    anonim sirketi|limited sirketi|akcionarsko drustvo|naamloze vennootschap|besloten vennootschap
    """.replace("\n", "")
    .replace("  ", "")
    .strip()
    .split("|")
)
"""They tell companies apart so rarely that they are left out of the comparison."""

CJK_FORMS: tuple[str, ...] = (
    "股份有限公司", "有限责任公司", "集团有限公司", "控股有限公司", "有限公司", "股份公司", "集团公司", "株式会社",
    "股份有限公司", "有限責任公司", "集團有限公司", "주식회사", "公司", "集团", "集團",
)  # fmt: skip

CORPORATE: frozenset[str] = frozenset(
    """
    and company compania companhia compagnie cie cia cie enterprise enterprises empresa entreprise establishment
    est firm for general group groep gruppe grupo gruppa gruppo holding holdings house in national of organization
    organisation org sociedad societe the und et y e i for de
    """.split()
)
"""Words for being a company at all."""

TRADES: frozenset[str] = frozenset(
    """
    hotel office branch company complex airline supermarket club restaurant clinic hospital school college academy
    agency agricultural agriculture air airlines airways aluminum auto automotive aviation bank banco banque bazaar
    beverage building business cement center centre chemical chemicals comercial comercializadora commerce commercial
    communications computer consult consultancy consulting construction constructora contracting defense defence
    design development distribution distribuidora drilling economic education electric electrical electricity
    electronic electronics energy engineering equipment exchange export exports factory farm farms finance financial
    fisheries fishing food foods foreign foundation freight gas global gold government graphic health import imports
    industrial industries industry information institute insurance international internacional inversiones
    investment investments inmobiliaria iron laboratories laboratory leasing logistics machine machinery management
    manufacturing marine maritime market marketing materials medical metal metals military mineral minerals mining
    ministry motor motors neft network oil operations operadora packaging paper petrochemical petroleum pharma
    pharmaceutical pharmaceuticals plant plastics port power precision procurement production products project
    projects properties property publishing real refinery research retail science scientific security service services
    servicio servicios shipping ships shop software solutions state steel store stores supply supplies system systems
    tech technical technologies technology telecom telecommunications textile textiles tourism trade trader traders
    trading transport transportation travel trust union university village water works world worldwide
    keji jishu maoyi shiye gongye dianzi jituan guoji jinchukou touzi fazhan jixie zhizao
    """.split()
)
"""Words for what a company does; two companies share them without being one."""

PLACES: frozenset[str] = frozenset(
    """
    africa african america american americas arab arabia arabian asia asian asean atlantic australia austria baltic
    belarus belgium brasil brazil britain british canada caribbean central china chinese colombia cuba cyprus czech
    denmark deutschland dubai east eastern egypt emea emirates espana europa europe european finland france french
    german germany greece gulf hellas holland hong hongkong hungary iberia india indian indonesia iran iranian iraq
    ireland islamic israel italia italian italy japan jordan kong korea kuwait latin lebanon libya london malaysia
    mediterranean mexico middle moscow netherlands nordic north northern norway oman overseas pacific pakistan panama
    persian peru philippines poland polska portugal qatar republic romania rossiya russia russian saudi scandinavia
    shanghai singapore south southern spain sudan sweden swiss switzerland syria syrian taiwan thai thailand turk
    turkey turkish turkiye uae uk ukraine united us usa venezuela vietnam west western yemen beijing shenzhen
    guangzhou zhongguo
    """.split()
)
"""Words for where; a branch abroad is still the company, so they weigh little."""

PARTICLES: frozenset[str] = frozenset(
    """
    a abu al ad an ar as ash at az ben bin binti bint bt ibn ould wuld da das de del della den der des di do dos du el
    la las le li lo los mac mc o ter the van von y zu zum zur und e i
    """.split()
)
"""Small words of names of people."""

TITLES: frozenset[str] = frozenset(
    """
    mr mrs ms miss dr doctor prof professor sir lady lord shaikh sheikh sheik shaykh cheikh haji hajji hadji hajj
    mullah mulla maulvi mawlawi maulana molla qari sayyid sayed syed sayyed ustad eng engineer general gen colonel
    col major maj captain capt lieutenant lt brigadier brig commander comandante don dona hojjatoleslam ayatollah
    imam jr sr junior senior ii iii alhaji
    """.split()
)

ONE_NAME: tuple[frozenset[str], ...] = tuple(
    frozenset(group.split())
    for group in """
    john juan jean johann johannes ivan jan giovanni joao johan jon yohan janos ian sean yan
    michael mikhail miguel michel mikael mihail michal mikail michele mihai
    george georgi jorge georg giorgio georges jiri georgiy georgy yuri yuriy
    joseph jose josef giuseppe yusif yousif youssif yussef yusuf yousef youssef iosif josip yosef yusef yousuf
    peter pedro pierre pyotr petr pietro piotr petar petros boutros
    paul pablo pavel paolo paulo pavlo pol
    alexander alejandro aleksandr alessandro iskander aleksander alexandre oleksandr aleksandar alexandr
    muhammad mohammed mohamed mohammad mohamad muhammed mohamud muhamad mahomet mehmet mohammod muhammet
    osama usama ousama ussama
    ahmad ahmed ahmet akhmad akhmed achmad
    hussein husayn hussain husain hossein hosein husein hossain hussayn
    hassan hasan hacen hassen hasen
    ali aly
    omar umar omer umer oumar
    othman uthman osman usman ousmane
    ibrahim ebrahim abraham ibraheem brahim avraam
    ismail ismael esmail esmaeil ishmael ismaeel
    yahya yahia yehia jahja
    khalid khaled halid chalid
    saeed said saeid sayeed
    mahmoud mahmud mahmood mehmood
    mustafa mostafa moustafa mustapha mustafah
    yaqub yaqoub yakub jacob jacques jakob jacobo giacomo james diego santiago iakov yakov
    daud dawud daoud dawood david
    sulaiman suleiman suleyman soleiman solomon salomon
    musa moussa mousa moses moises
    isa issa eisa
    nikolai nicholas nicolas nikolay nicola niklas mykola nikola nicolae
    andrei andrew andreas andres andre andrey andrea andriy andrzej
    sergei sergey serge sergio sergej serhiy sergiy sergejs
    vladimir volodymyr wladimir
    dmitri dmitry dmitriy dimitri dimitrios dmytro dmitrii
    alexei alexey aleksei aleksey alexis oleksiy aleksej
    yevgeny evgeny evgeni eugene eugenio yevgeniy evgeniy evgenii jevgenij
    victor viktor vittorio wiktor
    william wilhelm guillermo guillaume guglielmo willem vilhelm bill will
    charles carlos karl carlo carl karol
    henry heinrich enrique henri enrico henrik hendrik
    louis luis ludwig luigi lewis luiz lajos
    francis francisco franz francois francesco franciszek ferenc frank
    frederick friedrich federico frederic fredrik frederik fridrich fryderyk
    stephen steven stefan esteban etienne stefano stepan istvan stephan steve
    lawrence lorenzo laurent lorenz laurence
    matthew mateo matthieu matteo matthias mateusz matvei
    mark marcos marc marco markus marek marcus
    thomas tomas tommaso tomasz foma tom
    anthony antonio antoine anton antonius antony tony
    theodore theodor fyodor fedor teodoro feodor ted
    robert roberto rupert bob rob
    richard ricardo riccardo ryszard dick
    edward eduardo eduard edouard edoardo ed
    elizabeth isabel elisabeth elisabetta yelizaveta elzbieta liz
    catherine katherine catalina katarina ekaterina yekaterina caterina katharina kate
    mary maria marie mariam maryam miriam
    anna ana anne hannah ann
    helen elena helene yelena olena ilona
    abdul abd abdel abdal abdol
    kim gim
    park pak bak
    lee li yi rhee
    choi choe
    jong chong jung chung
    un eun
    """.strip().splitlines()
)
"""Given names (and a few family names) that are the same name in other languages or spellings."""

NUMBERS: dict[str, int] = {
    word: number
    for number, words in {
        0: "zero", 1: "one first i", 2: "two second ii", 3: "three third iii", 4: "four fourth iv",
        5: "five fifth", 6: "six sixth vi", 7: "seven seventh vii", 8: "eight eighth viii", 9: "nine ninth ix",
        10: "ten tenth", 11: "eleven eleventh", 12: "twelve twelfth", 13: "thirteen", 14: "fourteen fourteenth",
        15: "fifteen", 16: "sixteen", 17: "seventeen", 18: "eighteen", 19: "nineteen", 20: "twenty",
        30: "thirty", 40: "forty fourty", 50: "fifty", 60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety",
    }.items()
    for word in words.split()
}  # fmt: skip
"""Number words of organisations, e.g. Brigade Forty-four."""
