import Alerts
package import Statute

/// The barometer of one commitment as a picture: a step for every day on which the texts stood changed.
///
/// SVG 1.1 with text as text, no script and nothing fetched. Toward stands above the zero line and away below it;
/// what depends, is not known, is outside the promise or only proposed has strips of its own on the same axis.
package struct BarometerChart {
    private static let width = 1100.0
    private static let left = 132.0
    private static let right = 1000.0
    private static let margin = 16.0
    private static let row = 15.0

    let view: BarometerView
    let language: Language
    private let prefix: String
    let axis: TimeAxis
    private let steps: [ChartLane.Step]

    private init(_ view: BarometerView, language: Language, prefix: String) {
        self.view = view
        self.language = language
        self.prefix = prefix
        axis = TimeAxis(from: view.start, to: view.today, left: Self.left, width: Self.right - Self.left)
        var steps = [ChartLane.Step(day: view.start, state: view.opening)]
        for event in view.events {
            if steps.last?.day == event.date { steps.removeLast() }
            steps.append(ChartLane.Step(day: event.date, state: event.after))
        }
        self.steps = steps
    }

    /// A picture for a page that has its title as a heading; its patterns and its title have ids that begin with `prefix`.
    ///
    /// - Parameter hasStyle: one style sheet is enough for all charts of a page.
    package static func inline(_ view: BarometerView, language: Language, prefix: String, hasStyle: Bool)
        -> String
    {
        let chart = BarometerChart(view, language: language, prefix: prefix)
        let (body, height) = chart.drawn(hasHead: false)
        return picture(
            body, height: height, title: chart.title, description: chart.description, prefix: prefix,
            hasStyle: hasStyle)
    }

    /// A file by itself: all the charts that have anything to show, one below the other.
    package static func file(_ views: [BarometerView], language: Language) -> String {
        var body = ""
        var height = 0.0
        var titles: [String] = []
        var descriptions: [String] = []
        for (index, view) in views.enumerated() {
            let chart = BarometerChart(view, language: language, prefix: "b\(index)")
            let (drawing, own) = chart.drawn(hasHead: true)
            body += "<g transform=\"translate(0 \(SVG.number(height)))\">\n\(drawing)</g>\n"
            height += own + (index + 1 < views.count ? 12 : 0)
            titles.append(chart.title)
            descriptions.append(chart.description)
        }
        let foot = Disclaimers.assessment
        for (index, line) in lines(foot, size: 11, width: width - 2 * margin).enumerated() {
            body += SVG.text(line, x: margin, y: height + 14 + Double(index) * row, class: "key")
            if index + 1 == lines(foot, size: 11, width: width - 2 * margin).count {
                height += 24 + Double(index) * row
            }
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + picture(
                body, height: height, title: titles.joined(separator: "; "),
                description: descriptions.joined(separator: " "), prefix: "b", hasStyle: true)
    }

    private static func picture(
        _ body: String, height: Double, title: String, description: String, prefix: String, hasStyle: Bool
    ) -> String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" class="lb" viewBox="0 0 \(SVG.number(width)) \(SVG.number(height))" \
        width="\(SVG.number(width))" height="\(SVG.number(height))" role="img" \
        aria-labelledby="\(prefix)-title \(prefix)-desc">
        <title id="\(prefix)-title">\(SVG.escape(title))</title>
        <desc id="\(prefix)-desc">\(SVG.escape(description))</desc>
        \(hasStyle ? "<style>\n\(ChartStyle.css)</style>\n" : "")\
        <rect class="ground" width="\(SVG.number(width))" height="\(SVG.number(height))"/>
        \(body)</svg>

        """
    }

    private static func lines(_ words: String, size: Double, width: Double) -> [String] {
        LineBreaker.lines([StyledRun(words)], width: Int(width / (size * 0.56))).map { line in
            line.map(\.text).joined()
        }
    }

    private var title: String {
        "\(BarometerWords.title(view.commitment.titles, or: view.commitment.id, language)): texts of \(BarometerWords.countryInSentence(view.country))"
    }

    /// The same for who cannot see the picture.
    private var description: String {
        if view.timeline.isEmpty { return BarometerWords.nothing(view) }
        let events = view.rows.compactMap { row -> String? in
            guard case .moved(let event) = row, let text = event.text else { return nil }
            return "\(event.date) \(BarometerWords.text(text, language)) \(BarometerWords.happening(event))."
        }
        return
            "From \(view.start) to \(view.today). Now in force: \(BarometerWords.counts(view.now.inForce)). "
            + events.joined(separator: " ")
    }

    // MARK: The drawing

    private func drawn(hasHead: Bool) -> (body: String, height: Double) {
        var out = ChartStyle.patterns(prefix)
        var y = hasHead ? 26.0 : 4
        if hasHead { out += SVG.text(title, x: Self.margin, y: y, class: "head") }
        let force = AlertWords.force(view.commitment.force(of: view.country, on: view.today))
        let agreement = BarometerWords.title(view.agreement.titles, or: view.agreement.id, language)
        let facts =
            "\(view.commitment.id) · \(agreement) · \(view.commitment.who), \(view.commitment.since) · \(force) on \(view.today)"
        for line in Self.lines(facts, size: 12, width: Self.width - 2 * Self.margin) {
            y += 17
            out += SVG.text(line, x: Self.margin, y: y, class: "facts")
        }
        guard !view.timeline.isEmpty else {
            out += SVG.text(BarometerWords.nothing(view), x: Self.margin, y: y + 22, class: "facts")
            return (out, y + 36)
        }
        let notes = ChartLabels(eventLabels, left: Self.margin, right: Self.width - 8, size: 11)
        let top = y + 14 + Double(notes.rows) * Self.row + 6
        let (plot, bottom) = plotted(from: top)
        let marks = ChartLabels(markLabels, left: Self.margin, right: Self.width - 8, size: 11)
        out += background(from: top, to: bottom)
        for placed in notes.placed {
            let height = top - 6 - Double(placed.row) * Self.row
            out += SVG.line(placed.label.x, height - 9, placed.label.x, top, class: "leader")
            out += SVG.line(placed.label.x, top, placed.label.x, bottom, class: "trace")
        }
        out += promiseLines(from: top, to: bottom) + plot
        for placed in notes.placed {
            out += words(placed, y: top - 6 - Double(placed.row) * Self.row)
        }
        let base = bottom + 34
        for placed in marks.placed { out += words(placed, y: base + Double(placed.row) * Self.row) }
        if marks.rows > 0 { out += SVG.text("Mechanism", x: Self.margin, y: base, class: "lane") }
        let key = base + Double(marks.rows) * Self.row + (marks.rows > 0 ? 10 : 0)
        return (out + legend(y: key), key + 12)
    }

    /// Years, and the time before the promise.
    private func background(from top: Double, to bottom: Double) -> String {
        var out = ""
        let since = axis.x(view.commitment.since)
        if view.timeline.phase(on: view.start) == .before, since > axis.left {
            out += SVG.rectangle(
                axis.left, top, width: since - axis.left, height: bottom - top, class: "before")
            if since - axis.left > 110 {
                out += SVG.text("before the promise", x: axis.left + 5, y: top + 11, class: "key")
            }
        }
        for year in axis.years {
            out += SVG.line(axis.x(year), top, axis.x(year), bottom + 4, class: "grid")
            if axis.x(year) < axis.right - 20 {
                out += SVG.text("\(year.year)", x: axis.x(year) + 2, y: bottom + 15, class: "key")
            }
        }
        return out
    }

    /// Solid where the promise was made or its force changed; dotted for what its mechanism did.
    private func promiseLines(from top: Double, to bottom: Double) -> String {
        var out = ""
        for event in view.events where event.text == nil {
            out += SVG.line(axis.x(event.date), top - 2, axis.x(event.date), bottom, class: "mark")
        }
        for step in view.steps {
            out += SVG.line(axis.x(step.date), top, axis.x(step.date), bottom + 24, class: "step")
        }
        return out
    }

    private func plotted(from top: Double) -> (plot: String, bottom: Double) {
        let lanes = ChartLane.lanes(steps)
        let extents = lanes.map { $0.extent(steps) }
        let most = extents.reduce(0) { $0 + $1.up + $1.down }
        let unit = min(max(340 / Double(max(most, 1)), 2), 18)
        var out = ""
        var y = top
        for (lane, extent) in zip(lanes, extents) {
            let names = Double(lane.isHollow ? lane.up.count { band in hasAny(band, lane) } + 1 : 1) * 13
            let above = max(Double(extent.up) * unit, names) + 10
            let below = extent.down == 0 ? 4 : max(Double(extent.down) * unit, 10) + 10
            let zero = y + above
            out += lane.drawn(steps, zero: zero, unit: unit, axis: axis, patterns: prefix)
            out += caption(lane, extent, zero: zero)
            y = zero + below + 6
        }
        return (out, y)
    }

    private func hasAny(_ band: ChartBand, _ lane: ChartLane) -> Bool {
        steps.contains { band.count(lane.tally($0.state)) > 0 }
    }

    /// The strip's name on the left, and how it stands now on the right.
    private func caption(_ lane: ChartLane, _ extent: (up: Int, down: Int), zero: Double) -> String {
        var out = ""
        let now = steps.last.map { lane.tally($0.state) } ?? .init()
        let up = lane.up.filter { hasAny($0, lane) }
        let down = lane.down.filter { hasAny($0, lane) }
        let style = lane.isHollow ? "lane draft" : "lane"
        for (bands, first, step) in [(up, zero - 4, -13.0), (down, zero + 14, 13.0)] {
            for (index, band) in bands.enumerated() {
                let y = first + Double(index) * step
                let sign = band.sign(isHollow: lane.isHollow)
                out += SVG.text("\(sign) \(band.words)", x: Self.margin, y: y, class: style)
                let count = band.count(now)
                if count == 0, lane.isHollow { continue }
                out += SVG.text("\(count) \(band.words)", x: axis.right + 6, y: y, class: "label")
            }
        }
        if lane.isHollow {
            let y = zero - 4 - Double(up.count) * 13
            out += SVG.text("Proposed", x: Self.margin, y: y, class: style)
        }
        return out
    }

    private func words(_ placed: ChartLabels.Placed, y: Double) -> String {
        let label = placed.label
        return SVG.text(
            label.words, x: placed.isMirrored ? label.x - 4 : label.x + 4, y: y, class: label.class,
            anchor: placed.isMirrored ? .end : .start, tip: label.tip)
    }

    private func legend(y: Double) -> String {
        SVG.text(
            "One step is one article. Filled: law in force; outlines in italics: drafts, and texts that wait for their day. Shaded: before the promise. Outside: a limit of the promise, or its force, takes it out.",
            x: Self.margin, y: y, class: "key")
    }
}
