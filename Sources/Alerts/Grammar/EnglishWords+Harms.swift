import Statute

/// What is done to a thing that is to be kept safe, and what is done when a thing is demanded.
extension EnglishWords {
    static let harm = PhraseSet(
        .en,
        """
        leak*|theft|thefts|hack*|intrud*|improper means|dishonest means|intrusion*|divulg*|steal*|stolen|sell|sells|selling|sold|tamper*|unlawful*|illegal*|infring*|damag*|destroy*|\
        misappropriat*|abus*|misus*|disseminat*|pirat*|embezzl*|without authorisation|without authorization
        """)
    static let learning = PhraseSet(
        .en,
        """
        learn*|has seen|have seen|has received|have received|receives|receive|obtains|obtain|comes to know|come to know|\
        has had access|have had access|has access|have access|gains access|gain access|becomes aware|become aware|\
        has been given|have been given|is shown|are shown|acquires|acquire
        """)
    static let protectedWord = PhraseSet(.en, "protected")
    /// What a paper is free of that stays closed: "is exempt from disclosure".
    static let disclosureAlone = PhraseSet(
        .en, "disclosure|public disclosure|public inspection|release|publication|any disclosure")
    static let secrecyNoun = PhraseSet(.en, "confidentiality|secrecy")
    static let preserving = PhraseSet(.en, "preserve")
    static let notTo = PhraseSet(.en, "not to")
    static let pronoun = PhraseSet(.en, "it|them")
    static let putToUse = PhraseSet(
        .en,
        """
        be used|be bought|be purchased|be procured|be acquired|be installed|be imported|be sold|be connected|be deployed|\
        be selected|be accepted|be employed|be kept|be stored|be held|be placed|be marketed|be put into operation
        """)
    static let handingOn = PhraseSet(
        .en,
        "publish*|make public|made public|to others|to another person|to a rival|to a competitor|to third parties|to a third party|to any other person|resell*"
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
        the protected|protected information|protected system*|protected computer*|protected data|protected material|\
        graded protection|multi-level protection|information protection|protection of|state secret*|trade secret*|\
        to prevent|in order to safeguard|to safeguard|safeguard national security
        """)
    /// A duty to act against a harm.
    static let combating = PhraseSet(
        .en,
        "combat*|fight*|curb*|crack down|suppress*|punish*|prevent*|stop*|deter*|guard against|prosecute*|sanctions|sanction|penalties"
    )
    static let refraining = PhraseSet(
        .en,
        "avoid*|refrain*|cease*|stop|stops|desist*|refuse|abstain*|reject|not|no longer|waive*|dispense with")
    static let refusing = PhraseSet(
        .en,
        "refuse*|refusing|obstruct*|impede*|decline*|declining|evade*|delay*|fail|fails|hinder*|withhold*|resist*|deny|omit*|neglect*"
    )
    static let voluntary = PhraseSet(
        .en,
        """
        voluntar*|of its own accord|of their own accord|of its own choice|freely|choose|chooses|choose to|elect to|\
        at its option|at their option|at its discretion|if it so wishes|if they so wish|on request of the user
        """)
    static let complying = PhraseSet(
        .en, "provide|comply|cooperate|submit|do so|assist|hand*|deliver|disclose|support|give|produce")
    /// What is commonly done when a thing is demanded, besides the acts of a concept.
    static let act = PhraseSet(
        .en,
        """
        provid*|submi*|fil*|hand* over|deliver*|disclos*|give|gives|given|stor*|keep|kept|conduct*|pass|passes|passed|undergo*|\
        carr* out|transfer*|accept*|appl*|obtain*|support*|cooperat*|assist*|produc*|surrender*|publish*|open*|place*|offer*|ensur*|subject to|consider*|weigh|weighs|take into account|taken into account|have regard to
        """)
}
