import Statute

/// Words that make a limit of a power, or turn a ban round.
extension EnglishWords {
    /// Between a thing and the ban that follows: it has not been done.
    static let undone = PhraseSet(.en, "not|never|without|no")
    static let onlyAfter = PhraseSet(
        .en,
        """
        only after|only if|only when|only where|only upon|only on|only once|provided that|on condition that|\
        subject to|on the condition that|only by|only with|only under|only in accordance|only through|only after|\
        only following|only on condition|only insofar|only to the extent|only pursuant|not otherwise than|only subject
        """)
    /// What makes a power or a duty a limit: "may … only after".
    static let onlyLimit = PhraseSet(
        .en,
        """
        only after|only if|only when|only where|only upon|only on|only once|only by|only in|only with|only for|only to|\
        only under|only within|only through|only be|only as|only until|only insofar|only from|only at|only pursuant|\
        only subject|only following|only provided|only between|only inside|solely|exclusively|only store|only keep|\
        only use|only provide|only transfer|only sell|only buy|only purchase|only disclose|only publish|only process|\
        only collect|only import|only export
        """)
    static let noDeterminer = PhraseSet(.en, "no|nor any|neither")
    /// What those who were shown a thing would keep of it.
    static let copies = PhraseSet(.en, "copies of|copy of|copies from|extracts of|extracts from")
    /// To begin an inspection or a review.
    static let starting = PhraseSet(.en, "open|start|launch|commence|begin|institute")
    static let usedOnlyFor = PhraseSet(
        .en,
        """
        used only for|used only to|only be used for|only be used to|used solely for|used solely to|used exclusively|\
        used only in connection|used only within|used for no purpose other|used for no other|only use it for|\
        used only in|used for that purpose only|used for those purposes only|used for this purpose only
        """)
    static let usedForOther = PhraseSet(
        .en,
        """
        used for any other|used for any purpose other|used for another|used for other|used otherwise|used except|\
        use it for any other|use them for any other|use it for any purpose other|use them for any purpose other|\
        for any purpose other than|for any other purpose|for purposes other than|for other purposes
        """)
    /// To ban, where it is itself banned or owed.
    static let banning = PhraseSet(
        .en,
        """
        forbid*|prohibit*|prevent*|preclud*|restrict*|ban|bans|banning|bar|bars|barring|block|blocks|blocking|limit|limits|\
        limiting|disallow*|hinder*|interdict*
        """)
    static let outlawing = PhraseSet(.en, "prohibit|forbid|ban|bar|disallow|outlaw|preclude")
    static let allowing = PhraseSet(
        .en, "authoris*|authoriz*|permit*|allow*|empower*|entitl*|justif*|confer*|warrant*")
    static let permitted = PhraseSet(
        .en, "permitted|allowed|authorised|authorized|tolerated|lawful|accepted|take place|be made|occur")
    /// To refuse what somebody asks for.
    static let denying = PhraseSet(
        .en,
        """
        refus*|den*|withh*|reject*|declin*|revok*|suspend*|terminat*|exclud*|discriminat*|disadvantag*|penalis*|penaliz*|\
        delay*|disqualif*|raised|reduced|less favourable|less favorable
        """)
    /// Of the thing itself: "shall not be refused".
    static let denied = PhraseSet(
        .en,
        "refused|denied|withheld|declined|rejected|evaded|obstructed|impeded|hindered|omitted|waived|dispensed with"
    )
    static let ground = PhraseSet(
        .en,
        """
        because|because of|on the ground*|on ground*|by reason|for want of|for lack of|on account of|for not|for failing|\
        for failure|for having|merely|solely|due to|by virtue|for refusing|for the reason*|on the basis
        """)
    /// To do what somebody demands: banned, that bans the help and not the demand.
    static let heeding = PhraseSet(
        .en,
        "comply|respond|accede|honour|honor|execute|give effect|act on|act upon|answer|obey|follow|enforce|satisfy"
    )
}
