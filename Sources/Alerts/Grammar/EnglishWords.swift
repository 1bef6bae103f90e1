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
        fine|fined|fines|warning|warnings|confiscat*|revok*|penalt*|punish*|detained|detention|sanctioned|disciplin*|\
        ordered to|order it to|order them to|order correction*|order rectification|be ordered|liable|liability|suspend*
        """)
    static let conduct = PhraseSet(
        .en,
        "where|whoever|if|those who|anyone who|violat*|in breach of|in violation of|contrary to|that|which|who"
    )
    static let conductList = PhraseSet(
        .en,
        "following acts|following conduct|following circumstances|one of the following|any of the following")
    static let listOpening = PhraseSet(.en, "following")
    static let circumstanceList = PhraseSet(
        .en, "following circumstances|following cases|following situations")
    static let conditionList = PhraseSet(
        .en, "following conditions|following requirements|following materials|following documents")
    static let negation = PhraseSet(
        .en,
        "not|without|fail*|failure|refus*|neglect*|declin*|never|obstruct*|imped*|evad*|unless")
    /// Not doing what is owed, told after the thing itself.
    static let omission = PhraseSet(
        .en, "does not|do not|did not|fail*|failure to|refus*|neglect*|without|not promptly|not immediately")
    static let refusal = PhraseSet(
        .en, "shall not|must not|may not|no|refused|rejected|prohibited|forbidden|denied")
    static let unless = PhraseSet(.en, "unless|until|without|except|save|before")
    static let onlyAfter = PhraseSet(
        .en,
        """
        only after|only if|only when|only where|only upon|only on|only once|provided that|on condition that|\
        subject to|on the condition that
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
        in exchange for|in return for|prerequisite|precondition|call for|insist*
        """)
    static let demandLookalike = PhraseSet(
        .en,
        "in order to|in order that|as required|required by|requirements|in order|public order|social order")
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
        ministr*|administration*|council|court*|staff|body|bodies|office*|bureau*
        """)
    /// Not every body is an authority.
    static let authorityLookalike = PhraseSet(
        .en,
        """
        research bod*|testing bod*|certification bod*|industry bod*|trade bod*|professional bod*|corporate bod*|\
        standards bod*|representative office*|staff of the operator|its staff
        """)
    static let harm = PhraseSet(
        .en,
        """
        leak*|theft|thefts|hack*|intrud*|improper means|dishonest means|divulg*|steal*|stolen|sell|sells|selling|sold|tamper*|unlawful*|illegal*|infring*|damag*|destroy*|\
        misappropriat*|abus*|misus*|disseminat*|pirat*|embezzl*|without authorisation|without authorization
        """)
    static let handingOn = PhraseSet(
        .en,
        "publish*|make public|made public|to others|to another person|to third parties|to a third party|to any other person|resell*"
    )
    /// Before the thing: keep it so, or shield it.
    static let protection = PhraseSet(
        .en,
        "confidential*|secret|secrecy|protect|protects|protected|safeguard|safeguards|prevent|prevents|preserve"
    )
    /// After the thing: only what can be said of it.
    static let secrecy = PhraseSet(.en, "confidential*|secret|secrecy|protected")
    static let protectionLookalike = PhraseSet(
        .en,
        """
        confidentiality agreement*|secrecy agreement*|in order to protect|so as to protect|data protection|\
        graded protection|multi-level protection|information protection|protection of|state secret*|trade secret*|\
        to prevent|in order to safeguard|to safeguard|safeguard national security
        """)
    /// A duty to act against a harm.
    static let combating = PhraseSet(
        .en,
        "combat*|fight*|curb*|crack down|suppress*|punish*|prevent*|stop*|deter*|guard against|prosecute*")
    static let refraining = PhraseSet(.en, "avoid*|refrain*|cease*|stop|stops|desist*|refuse|abstain*|reject")
    static let refusing = PhraseSet(
        .en, "refuse*|refusing|obstruct*|impede*|decline*|evade*|delay*|fail|fails|hinder*")
    static let voluntary = PhraseSet(
        .en,
        "voluntar*|of its own accord|of their own accord|of its own choice|freely|choose|chooses|choose to")
    static let complying = PhraseSet(
        .en, "provide|comply|cooperate|submit|do so|assist|hand*|deliver|disclose|support|give|produce")
    /// What is commonly done when a thing is demanded, besides the acts of a concept.
    static let act = PhraseSet(
        .en,
        """
        provid*|submi*|fil*|hand* over|deliver*|disclos*|give|gives|given|stor*|keep|kept|conduct*|pass|passes|passed|undergo*|\
        carr* out|transfer*|accept*|appl*|obtain*|support*|cooperat*|assist*|produc*|surrender*|publish*|open*|place*|offer*
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
        pursuant|according|having|subject|and|but|from|through
        """)
    /// Words of an event that sets off a duty.
    static let event = PhraseSet(
        .en,
        """
        occurs|occur|has occurred|have occurred|occurring|happens|happen|arises|arise|discovers|discover|finds|find|is found|\
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
    static let nothing = PhraseSet(.en, "nothing in|nothing herein")
    /// Passive bans, which have what they ban before them.
    static let isBanned = PhraseSet(
        .en,
        """
        is prohibited|are prohibited|is forbidden|are forbidden|shall be prohibited|shall be forbidden|is unlawful|\
        are unlawful|shall be unlawful|is an offence|is an offense
        """)
}
