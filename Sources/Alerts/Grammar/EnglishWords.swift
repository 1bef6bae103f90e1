import Statute

/// The closed word classes of English legislative prose that the grammar works with.
enum EnglishWords {
    static let definition = PhraseSet(
        .en, "means|mean|refers to|refer to|is defined as|are defined as|for the purposes of")
    /// "Means" as a noun.
    static let definitionLookalike = PhraseSet(
        .en,
        """
        administrative means|technical means|technological means|electronic means|legal means|other means|by means|\
        such means|any means|all means|no means|the means|their means|unlawful means|illegal means|necessary means|means of|means to|\
        improper means|dishonest means|these means|various means|effective means|proper means
        """)
    static let by = PhraseSet(.en, "by|through")
    static let punishment = PhraseSet(
        .en,
        """
        fine|fined|fines|warning|warnings|confiscat*|revok*|penalt*|punish*|detained|detention|sanctioned|disciplinary|disciplined|given sanctions|sanctions are given|\
        orders it to make|orders them to make|make corrections|\
        ordered to|order it to|order them to|order correction*|order rectification|be ordered|liable|liability|suspend*|\
        commits an offence|commits an offense|commit an offence|guilty of|imprison*|imprisonment|is an offence to|\
        is an offense to|an offence for|an offense for|forfeit*|dismissed|demoted|removed from office|removed from his|struck off|dismissal|blacklist*|debarred|\
        prosecuted|sentenced|bring an action|brings an action|bring a civil action|institute proceedings|bring proceedings|\
        demerit*|shut down|closed down|withdrawn|deregistered
        """)
    /// What opens the conduct where the penalty stands first.
    static let conductAfter = PhraseSet(
        .en,
        """
        if|who|that|which|for|where|when|of violating|of failing|of having
        """)
    static let offenceTo = PhraseSet(.en, "offence to|offense to")
    static let imposed = PhraseSet(.en, "imposed|levied|issued|given|apply|follow|payable")
    /// How a lead-in ends when its items are what is punished.
    static let listConduct = PhraseSet(
        .en,
        "if it|if he|if they|who|that|which|if|where it|for|by|if the operator|where he|if that person|to|of")
    static let withoutWord = PhraseSet(.en, "without|unless")
    static let limb = PhraseSet(.en, "or|and")
    static let permission = PhraseSet(
        .en, "approv*|authoris*|authoriz*|licen*|consent*|permi*|certif*|assess*|review*|regist*|filing|filed"
    )
    static let conduct = PhraseSet(
        .en,
        "where|whoever|if|those who|anyone who|violat*|in breach of|in violation of|contrary to|that|which|who"
    )
    static let conductList = PhraseSet(
        .en,
        "following acts|following conduct|following circumstances|one of the following|any of the following|following violations|following offences|following offenses"
    )
    static let listOpening = PhraseSet(.en, "following")
    static let circumstanceList = PhraseSet(
        .en, "following circumstances|following cases|following situations")
    static let conditionList = PhraseSet(
        .en, "following conditions|following requirements|following materials|following documents")
    static let negation = PhraseSet(
        .en,
        """
        not|without|fail*|failure|refus*|neglect*|declin*|never|obstruct*|imped*|evad*|unless|conceal*|withhold*|hides|\
        omits|omission|late in|delays|belatedly|falsif*|circumvent*|hinder*|resist*
        """)
    /// Not doing what is owed, told after the thing itself.
    static let omission = PhraseSet(
        .en,
        """
        does not|do not|did not|fail*|failure to|refus*|neglect*|without|not promptly|not immediately|before|unless|has not|\
        have not|is not|are not|conceal*
        """)
    static let refusal = PhraseSet(
        .en, "shall not|must not|may not|no|refused|rejected|prohibited|forbidden|denied")
    static let unless = PhraseSet(
        .en,
        """
        unless|until|without|except|save|before|prior to|otherwise than|in the absence of|where no|if no|absent|\
        other than after|other than with|other than under
        """)
    /// "without being required to": that frees.
    static let beingRequired = PhraseSet(
        .en, "being required|having to|being obliged|being asked|being compelled")
    /// Verbs that show that a stretch is more than a list of nouns.
    static let verbs = PhraseSet(
        .en,
        "shall|may|must|is|are|has|have|be|provide|store|use|sell|disclose|transfer|conduct|require|publish")
    static let relativeOrCondition = PhraseSet(
        .en, "that|which|whose|who|where|if|for which|in which|without|any|no")
    static let ensuring = PhraseSet(
        .en,
        """
        ensure|see to it|guarantee|make sure|take care|secure that|make certain|see that|certify|warrant that|declare that|\
        attest|confirm that|represent that|undertake that|verify that
        """)
    static let refusedRequest = PhraseSet(.en, "request*|application*|letter* of request")
    /// What is done to a duty when it is broken, said as a noun.
    static let breachNoun = PhraseSet(
        .en,
        """
        infringement*|breach of|breaches of|violation*|contravention*|non-compliance|noncompliance|failure to|\
        failure of|default in|disregard of
        """)
    static let clauseNegation = PhraseSet(.en, "no|not|neither|nor|never|nobody|no one")
    static let verbNegation = PhraseSet(
        .en,
        "is not|are not|be not|does not|do not|is never|are never|is neither|are neither|cannot be|has not|have not"
    )
    static let disclosing = PhraseSet(.en, "disclos*|reveal*|known|passed|shared|copied|accessed|lost")
    /// "A notice requiring a provider to …"
    static let demandingParticiple = PhraseSet(
        .en,
        """
        requiring|directing|ordering|compelling|instructing|obliging|demanding|that requires|which requires|that directs|\
        that orders|by which it requires
        """)
    /// "without delay": how, and not without what.
    static let manner = PhraseSet(
        .en,
        "delay|undue|exception|further|reason|prejudice|cost|charge|fail|notice|unreasonable|limit|hindrance|payment"
    )
    static let postponing = PhraseSet(.en, "postpone*|defer|defers|delay the")
    static let leavingOut = PhraseSet(
        .en,
        """
        without|free of|free from|whether or not|irrespective of whether|regardless of whether|irrespective of|regardless of|\
        to the exclusion of
        """)
    static let infinitive = PhraseSet(.en, "to")
    /// What somebody of the wrong kind is kept from.
    static let excluded = PhraseSet(
        .en,
        """
        eligible|qualify|be granted|be admitted|participate|take part|bid|be licensed|be awarded|be registered|hold|acquire|\
        own|control|be selected|be considered|be approved|be issued|be given a licence|provide services|be procured|\
        be purchased|be bought|supply
        """)
    static let perfect = PhraseSet(
        .en, "has been|have been|was|were|having been|is|are|has undergone|has passed")
    static let requiring = PhraseSet(
        .en, "require|oblige|compel|order|direct|demand|mandate|make|prescribe|impose|adopt|maintain")
    static let avoided = PhraseSet(
        .en, "avoided|dispensed with|waived|discontinued|abolished|ceased|cease|lifted")
    /// An authority's own act against something.
    static let restricting = PhraseSet(
        .en,
        """
        suspend*|restrict*|prohibit*|forbid*|block*|freez*|seiz*|seal*|detain*|close|shut*|cut|interrupt*|revok*|ban|bans|\
        limit*|stop*|halt*|disconnect*|impound*|confiscat*|search*|enter|enters|list|lists|declar*|withdraw*|\
        impos*|terminat*|refuse|deny|postpone*|defer*|delay|place on|placed on|put on|place it on|put it on
        """)
    /// "Export requires a licence."
    static let needing = PhraseSet(
        .en,
        """
        requires|require|needs|is subject to|are subject to|is conditional on|are conditional on|is conditional upon|\
        are conditional upon|depends on|is contingent on|is contingent upon|presupposes|is liable to|are liable to|liable on conviction to|is punishable by|\
        is punishable with|are punishable by|are punishable with|is liable on
        """)
    static let neededAfter = PhraseSet(
        .en,
        """
        is required|are required|is needed|are needed|is necessary|are necessary|is mandatory|are mandatory|\
        is compulsory|are compulsory|is obligatory|is not required|are not required|is not needed|are not needed|\
        is not necessary
        """)
    static let notNeededAfter = PhraseSet(
        .en, "is not required|are not required|is not needed|are not needed|is not necessary")
    /// A programme: what the state says that it does.
    static let stateActs = PhraseSet(
        .en,
        """
        the state establishes|the state implements|the state operates|the state maintains|the state practises|\
        the state practices|the state adopts|the state protects|the state applies|the state carries out|\
        the state conducts|the state sets up|the state builds|the state takes part|the state participates|\
        the state takes measures|the state institutes|the state guarantees|the state runs|the state introduces|\
        the republic takes part|the republic participates|the republic establishes|the republic operates|\
        the republic applies|the government establishes|the government operates|the government maintains|\
        the state combats|the state cooperates|the state co-operates|the republic cooperates|the republic co-operates
        """)
    static let only = PhraseSet(.en, "only")
    static let onlyFor = PhraseSet(
        .en, "only for|only to|only within|only in|only with|only be|solely for|solely to|exclusively for")
    static let demand = PhraseSet(
        .en,
        """
        require|requires|required|requiring|demand*|compel*|force|forces|forced|forcing|order|orders|ordered|ordering|\
        request|requests|requested|requesting|pressur*|coerc*|oblige|obliges|obliged|obliging|impose*|imposing|\
        as a condition|a condition|the condition|condition of|condition for|conditional on|conditional upon|\
        in exchange for|in return for|prerequisite|precondition|call for|calls for|calling for|insist*|call* upon|calls on|call on|called on|\
        ask|asks|asked|asking|direct|directs|directed|directing|instruct*|command|commands|commanded|summon*|oblig*|\
        mandate|mandates|mandating|make access|made to|subject|subjects|require*|stipulate that|prescribe that|\
        conditional|cause|causes
        """)
    static let demandLookalike = PhraseSet(
        .en,
        """
        in order to|in order that|as required|required by|requirement*|in order|public order|social order|\
        a court order|the order|an order|this order|that order|written order|such order|direct or|or direct|direct access|\
        direct link*|direct connection*|direct investment*|direct supervi*|directed at|directed against|foreign direct|\
        subject to|data subject*|the subject|subject matter|a subject|its subject*|upon request|on request|at the request|\
        a request|the request|such request|any request|such requests|foreign request*|cause harm|cause damage|just cause|\
        good cause|with cause|a cause|probable cause|reasonable cause
        """)
    static let passiveCondition = PhraseSet(
        .en,
        "a condition|the condition|as a condition|conditions for|a prerequisite|a precondition|made conditional"
    )
    static let inspection = PhraseSet(
        .en,
        """
        review*|inspect*|examin*|test*|obtain*|access*|consult*|copy|copies|extract*|conduct*|carr* out|initiat*|\
        undertak*|collect*|retriev*
        """)
    static let authority = PhraseSet(
        .en,
        """
        department*|authorit*|organ|organs|agency|agencies|government*|regulator*|official*|inspector*|commission*|\
        ministr*|minister*|administration*|council|court*|staff|body|bodies|office*|bureau*|commissioner*|secretary|\
        president|police|constable*|judge*|magistrate*|tribunal*|board|procurat*|prosecutor*|superintendent|director|\
        governor|supervisor*|state|states|a party|each party|parties|no party|neither party|party|investigator*|examiner*|reviewer*|customs|attorney general|registrar|chief|committee
        """)
    /// Not every body is an authority.
    static let authorityLookalike = PhraseSet(
        .en,
        """
        research bod*|testing bod*|certification bod*|industry bod*|trade bod*|professional bod*|corporate bod*|\
        standards bod*|representative office*|staff of the operator|its staff
        """)
    static let adverbial = PhraseSet(
        .en,
        "procedure*|measures|rules|staff|personnel|period|mechanism*|system|systems|office*|contract*|agreement*"
    )
    static let ruleMaking = PhraseSet(
        .en,
        "formulate*|establish*|issue|publish|improve*|draw up|lay down|set up|set out|specify|develop|determine"
    )
    static let ruleNounBefore = PhraseSet(
        .en,
        "measures|rules|procedure*|catalogue*|standards|mechanism*|system|provisions|methods|scope|regulations"
    )
    static let leadingAdverbial = PhraseSet(
        .en,
        """
        where|if|when|in|for|on|after|before|under|upon|unless|except|with|without|to|as|during|at|by|within|once|while|\
        pursuant|according|having|subject|and|but|or|from|through|save|notwithstanding|other|apart|irrespective|regardless|\
        whenever|wherever|until|since|because|only|should|following|despite|not|no later|within|save as|except as|likewise|\
        furthermore|however|in addition|accordingly|besides|throughout|provided|upon|whether|so far|insofar|unless|again
        """)
    /// Words of an event that sets off a duty.
    static let event = PhraseSet(
        .en,
        """
        has had|have had|is suspected|are suspected|occurs|occur|has occurred|have occurred|occurring|happens|happen|arises|arise|discovers|discover|finds|find|is found|\
        are found|detects|detect|suffers|suffer|becomes aware|become aware|learns|takes place|take place|is discovered|\
        are discovered|may occur|is detected|are detected|identifies
        """)
    static let eventOpening = PhraseSet(
        .en,
        "upon|in the event of|in the event that|in case of|in case|on discovering|on finding|on learning|as soon as"
    )
    static let before = PhraseSet(.en, "before|prior to")
    static let relative = PhraseSet(.en, "that|which|who|whose|where|when")
    static let preposition = PhraseSet(
        .en, "in|on|under|by|with|pursuant|through|within|at|on the basis of")
    static let selling = PhraseSet(.en, "sell|sells|selling|sold|resell*")
    /// What is made to be sold.
    static let merchandise = PhraseSet(.en, "product*|equipment|device*|goods|software|service*|supplies")
    /// Words that say where.
    static let placing = PhraseSet(.en, "within|in|inside|outside|abroad|overseas|locally|domestically")
    static let participle = PhraseSet(
        .en,
        "stored|kept|held|located|retained|hosted|collected|generated|produced|processed|placed|established")
    static let passiveVerb = PhraseSet(
        .en, "be|been|being|is|are|was|were|and|or|them|it|get|have|has|only|properly|securely|safely|,")
    /// A relative clause that tells which persons are meant.
    static let ofPersons = PhraseSet(
        .en,
        """
        individuals that|individuals who|persons that|persons who|person who|person that|organizations that|\
        organisations that|those who|anyone who|staff who|units that|citizens who|people who|individual who
        """)
    static let subjectNo = PhraseSet(.en, "no|nobody|none|neither|nor|no one")
    /// Bounds, not negations.
    static let subjectNoLookalike = PhraseSet(
        .en, "no less|no more|no later|no fewer|no longer|no earlier|no greater|no sooner|no matter|no doubt")
    /// Before "no" when it negates the clause and not a noun: "in no case may …".
    static let beforeNo = PhraseSet(.en, "in|under|on|at|by|and|or|but|that|where|provided|for")
    /// A saving clause: it frees, and forbids nothing.
    static let nothing = PhraseSet(
        .en, "nothing in|nothing herein|nothing contained in|no provision of|nothing under")
    /// Passive bans, which have what they ban before them.
    static let isBanned = PhraseSet(
        .en,
        """
        is prohibited|are prohibited|is forbidden|are forbidden|shall be prohibited|shall be forbidden|is unlawful|\
        are unlawful|shall be unlawful|is an offence|is an offense
        """)
}
