import Alerts

/// Colours, type and patterns of the charts. Everything that a colour says is also said by a pattern and by words, so
/// that a chart reads in grey. Screens that ask for it get the dark scheme; paper always gets the light one.
enum ChartStyle {
    static let css = """
        .lb{font-family:system-ui,-apple-system,"Segoe UI","Noto Sans","Noto Sans CJK SC","PingFang SC",\
        "Microsoft YaHei",sans-serif;font-size:12px}
        .lb text{fill:#1d1f23}
        .lb .ground{fill:#fff}.lb .head{font-size:17px;font-weight:700}.lb .facts{fill:#595d66}
        .lb .lane{font-weight:600}.lb .key{font-size:11px;fill:#595d66}
        .lb .label{font-size:11px;paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round}
        .lb .draft{font-style:italic}.lb .promise{font-weight:700}
        .lb .value{font-size:11px;font-weight:700;paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}
        .lb .grid{stroke:#e4e1d9}.lb .zero{stroke:#1d1f23}.lb .leader{stroke:#8a8f99;stroke-width:.8}.lb .trace{stroke:#b5b8bf;stroke-width:.7}
        .lb .mark{stroke:#1d1f23;stroke-width:2}.lb .step{stroke:#595d66;stroke-width:1;stroke-dasharray:2 3}
        .lb .before{fill:#6d717a;fill-opacity:.09;stroke:none}
        .lb .area{stroke-width:1.4}.lb .area.away{stroke:#8f3d00}.lb .area.toward{stroke:#0b5563}
        .lb .area.depends{stroke:#4a4e57}.lb .area.unknown{stroke:#8a8f99}
        .lb .area.outside{stroke:#8a8f99;fill:none;stroke-dasharray:4 3}
        .lb .hollow{stroke-width:1.4;fill:none}.lb .hollow.away{stroke:#8f3d00}.lb .hollow.toward{stroke:#0b5563}
        .lb .hollow.depends{stroke:#4a4e57;stroke-dasharray:5 3}.lb .hollow.unknown{stroke:#8a8f99;stroke-dasharray:1 3}
        .lb .hollow.outside{stroke:#8a8f99;stroke-dasharray:4 3}
        .lb .pb{stroke:none}.lb .pb.away{fill:#f5c9a4}.lb .pb.toward{fill:#bfe3ea}.lb .pb.depends{fill:#eceae4}
        .lb .pb.unknown{fill:#fff}
        .lb .pl{fill:none;stroke-width:1.6}.lb .pl.away{stroke:#8f3d00}.lb .pl.toward{stroke:#0b5563;stroke-width:1.1}
        .lb .pl.depends{stroke:#7a7f89;stroke-width:1}.lb .pl.unknown{stroke:#8a8f99;stroke-width:1.4;stroke-linecap:round}
        @media screen and (prefers-color-scheme:dark){
        .lb text{fill:#e8e5de}.lb .ground{fill:#1c1f25}.lb .facts,.lb .key{fill:#a9adb7}
        .lb .label,.lb .value{stroke:#1c1f25}.lb .grid{stroke:#2f333b}.lb .zero,.lb .mark{stroke:#e8e5de}
        .lb .leader{stroke:#737985}.lb .trace{stroke:#4c515b}.lb .step{stroke:#a9adb7}.lb .before{fill:#c9ccd3;fill-opacity:.08}
        .lb .area.away,.lb .hollow.away,.lb .pl.away{stroke:#ffb27a}
        .lb .area.toward,.lb .hollow.toward,.lb .pl.toward{stroke:#8fd8e6}
        .lb .area.depends,.lb .hollow.depends{stroke:#c4c7ce}.lb .pl.depends{stroke:#8d929c}
        .lb .area.unknown,.lb .area.outside,.lb .hollow.unknown,.lb .hollow.outside,.lb .pl.unknown{stroke:#8d929c}
        .lb .pb.away{fill:#5a3110}.lb .pb.toward{fill:#0f3f4a}.lb .pb.depends{fill:#2b2f37}.lb .pb.unknown{fill:#1c1f25}}

        """

    /// Slanting strokes for away, dots in rows for toward, upright strokes for depends, few dots for not known.
    static func patterns(_ prefix: String) -> String {
        func pattern(_ kind: ChartBand, _ width: Int, _ height: Int, _ path: String, _ turn: String = "")
            -> String
        {
            "<pattern id=\"\(prefix)-\(kind.rawValue)\" width=\"\(width)\" height=\"\(height)\" patternUnits=\"userSpaceOnUse\"\(turn)>"
                + "<rect class=\"pb \(kind.rawValue)\" width=\"\(width)\" height=\"\(height)\"/>"
                + "<path class=\"pl \(kind.rawValue)\" d=\"\(path)\"/></pattern>\n"
        }
        return "<defs>\n"
            + pattern(.away, 6, 6, "M0 3H6", " patternTransform=\"rotate(45)\"")
            + pattern(.toward, 8, 5, "M0 2.5H8") + pattern(.depends, 7, 7, "M3.5 0V7M0 3.5H7")
            + pattern(.unknown, 9, 9, "M4.5 4.5h.01") + "</defs>\n"
    }
}

/// What a band of the chart counts.
enum ChartBand: String, Sendable, CaseIterable {
    case away, toward, depends, unknown, outside

    func count(_ tally: BarometerTally) -> Int {
        switch self {
        case .away: tally.away
        case .toward: tally.toward
        case .depends: tally.depends
        case .unknown: tally.unknown
        case .outside: tally.outside
        }
    }

    var words: String {
        switch self {
        case .away: "away"
        case .toward: "toward"
        case .depends: "depends"
        case .unknown: "not known"
        case .outside: "outside"
        }
    }

    /// The sign of the text output.
    func sign(isHollow: Bool = false) -> String {
        switch self {
        case .away: isHollow ? "▽" : "▼"
        case .toward: isHollow ? "△" : "▲"
        case .depends: isHollow ? "◇" : "◆"
        case .unknown: "?"
        case .outside: "○"
        }
    }
}

extension ChartBand {
    func holds(_ provision: BarometerProvision) -> Bool {
        switch (self, provision.weight) {
        case (.away, .counted(.away)), (.toward, .counted(.toward)), (.depends, .counted(.depends)): true
        case (.unknown, .unknown), (.outside, .outside): true
        default: false
        }
    }
}
