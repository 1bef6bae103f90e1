import Statute

/// Whether an English noun names somebody who can be bound, or a thing.
enum EnglishAgents {
    /// Whether the word that ends the head of a phrase names somebody: a list, then the endings of agent nouns. Nouns
    /// that are in neither count as somebody only where `byDefault` says so (the subject of an active verb acts).
    static func isSomebody(_ word: ArraySlice<Unicode.Scalar>, byDefault: Bool) -> Bool {
        let text = Array(word)
        guard !text.isEmpty else { return false }
        if persons.isWhole(text) { return true }
        if things.isWhole(text) || isThingByEnding(text) { return false }
        if isAgentByEnding(text) { return true }
        return byDefault
    }

    /// The first word in `range` that surely names somebody.
    static func first(in text: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int>? {
        words(of: text, range).first { word in
            let end = word.upperBound
            // Not one that only owns something: citizens' data.
            let owns = end < text.count && (text[end] == "'" || text[end] == "\u{2019}")
            return !owns && isSomebody(text[word], byDefault: false)
        }
    }

    /// The words in a stretch, hyphens inside them.
    static func words(of text: [Unicode.Scalar], _ range: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start: Int?
        for index in range {
            if WordPattern.isWord(text[index]) || (text[index] == "-" && start != nil) {
                start = start ?? index
            } else if let begun = start {
                found.append(begun..<index)
                start = nil
            }
        }
        if let start { found.append(start..<range.upperBound) }
        return found
    }

    private static func isAgentByEnding(_ word: [Unicode.Scalar]) -> Bool {
        word.count > 4 && agentEndings.contains { word.suffix($0.count).elementsEqual($0) }
    }

    private static func isThingByEnding(_ word: [Unicode.Scalar]) -> Bool {
        word.count > 4 && thingEndings.contains { word.suffix($0.count).elementsEqual($0) }
    }

    private static func endings(_ words: String) -> [[Unicode.Scalar]] {
        words.split(separator: "|").flatMap { ending in
            let ending = Array(ending.unicodeScalars)
            return [ending, ending + ["s"]]
        }
    }

    private static let agentEndings = endings("er|or|ee|ant|ist|ian|man|men")
    private static let thingEndings = endings(
        "tion|sion|ment|ness|ity|ities|ance|ence|ware|age|ure|ing|ship|ism|cy|cies|sis|ses|logue|log|graph|phrase"
    )

    private static let persons = PhraseSet(
        .en,
        """
        organ|organs|unit|units|individual*|person|persons|people|compan*|bod*|authorit*|staff|official*|\
        state|states|government*|institution*|organisation*|organization*|bank|banks|platform|platforms|firm|firms|\
        citizen*|party|parties|agency|agencies|administration*|commission*|council*|ministr*|personnel|undertaking*|\
        association*|whoever|anyone|anybody|everyone|everybody|nobody|one|none|court*|congress*|enterprise*|\
        department*|office|offices|bureau*|police|republic|secretar*|president*|entit*|communit*|corporation*|\
        universit*|hospital*|school*|union*|federation*|foundation*|judiciary|parliament*|legislature|assembl*|\
        department*|institute*|laborator*|partnership*|subsidiar*|affiliate*|branch*|board|boards|committee*|\
        website*|municipalit*|province*|county|counties|city|cities|region|regions|nation|nations|country|countries|\
        business|businesses|trader*|user|users|attorney*|judge*|public|head|heads|chief*|crew|guard*|team|teams|\
        those|he|she|personnel|signator*|national|nationals|alien*|spouse*|member*|delegat*|\
        representative*|legal person*|candidate*|graduate*|student*|expert*|client*|host|hosts|clerk*|architect*|\
        venture|ventures|shop|shops|group|groups|hotel|hotels|airline*|airport*|port|ports|laboratory|\
        intermediar*|custodian*|beneficiar*|fiduciar*|trustee*|nominee*|cooperative*|co-operative*|publishers|press|\
        procuratorate*|tribunal*|constable*|secretariat*|embass*|mission|consulate*|customs|treasury|army|forces|\
        leadership|inspectorate*|registr*|directorate*|panel|panels
        """)
    private static let things = PhraseSet(
        .en,
        """
        research|purchase|purchases|procurement|        data|datum|information|code|codes|product*|system*|measure*|rule|rules|article*|record|records|copy|copies|network|networks|log|logs|\
        software|hardware|equipment|device*|goods|key|keys|server*|router*|computer*|number*|order|orders|matter*|paper*|\
        letter*|register|registers|chapter*|power|powers|transfer|transfers|other|others|former|further|whether|either|neither|\
        never|under|over|after|later|better|factor|factors|sector|sectors|error|errors|vector*|indicator*|parameter*|identifier*|\
        container*|cluster*|header*|folder*|cover|border*|manner|danger*|quarter*|centre*|center*|law|laws|regulation*|\
        act|acts|provision*|section*|paragraph*|clause*|contract|contracts|agreement*|licence|licences|license|licenses|permit|permits|test|tests|\
        review*|audit|audits|certificate*|report|reports|notice|notices|request|requests|demand|demands|consent|approval*|\
        trial*|material|materials|fact|facts|term|terms|period*|day|days|date|dates|year|years|month*|amount*|\
        fine|fines|penalt*|price|prices|fee|fees|cost|costs|tax|taxes|dut*|tariff*|right|rights|interest|interests|file|files|\
        document|documents|standard|standards|catalogue*|list|lists|technolog*|method*|mean|means|plan|plans|scheme*|\
        programme*|program|programs|project*|policy|policies|interface*|backdoor*|function|functions|vulnerabilit*|\
        flaw|flaws|weakness*|patch|patches|attack*|incident*|breach*|crime*|threat*|risk|risks|secret|secrets|\
        propert*|fund|funds|asset*|share|shares|account|accounts|name|names|identit*|address*|message*|content|contents|\
        post|posts|picture*|text|texts|image*|model|models|algorithm*|result|results|criteri*|ground|grounds|reason*|\
        case|cases|place*|area|areas|zone|zones|territor*|site|sites|building*|room|rooms|facilit*|line|lines|\
        cable*|station*|transmitter*|filter*|adapter*|sensor*|motor*|monitor|monitors|meter|meters|\
        door|doors|harbor|labor|minor|favor|nature|use|uses|sale|sales|import|imports|export|exports|trade|storage|access|\
        bid|bids|offer|offers|tender|tenders|award*|budget*|work|works|task|tasks|purpose*|effect*|extent|scope|\
        level|levels|grade|grades|class|classes|form|forms|way|ways|step|steps|time|times|behalf|virtue|law|decree*|decision*|\
        treaty|treaties|convention*|protocol*|chapter|annex*|schedule*|this|that|these|such|it|they|them|what|which|\
        hotline*|channel*|link|links|database*|map|maps|app|apps|application|applications|cipher*|encryption|password*|\
        algorithm*|solution*|component*|chip|chips|part|parts|item|items|vessel*|ship|ships|vehicle*|aircraft|train|trains
        """)
}

extension PhraseSet {
    /// Whether a phrase of the set is exactly these words.
    func isWhole(_ words: [Unicode.Scalar]) -> Bool {
        match(at: 0, in: words, limit: words.count)?.upperBound == words.count
    }
}
