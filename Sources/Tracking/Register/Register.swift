package import Alerts
package import Foundation
import Statute
import Yams

/// Everything that people have declared in `laws/`: instruments, agreements, concepts.
package struct Register: Sendable {
    package var instruments: [Instrument]
    package var agreements: [Agreement]
    package var concepts: [Concept]
    /// What is learned of the words of each language; empty where `laws/weights` is missing.
    package let weights: [WordWeights]
    package let provenanceSchema: DeclarationSchema
    /// Which concepts and commitments these are.
    package let catalogue: Catalogue

    /// Reads and checks the whole folder.
    ///
    /// - Throws: ``RegisterError`` with every fault of every file.
    package init(folder: URL) throws(RegisterError) {
        var reading = RegisterReading(folder: folder)
        let schemas = try reading.schemas()
        reading.readAll(schemas)
        reading.checkReferences()
        if !reading.faults.isEmpty { throw RegisterError(faults: reading.faults) }
        instruments = reading.instruments.sorted { $0.id < $1.id }
        agreements = reading.agreements
        concepts = reading.concepts
        weights = reading.weights
        provenanceSchema = try reading.schema("provenance")
        catalogue = Catalogue(
            concepts: reading.conceptRoots, agreements: reading.agreementRoots, weights: reading.weightFiles)
    }

    /// The instrument with this id or title.
    package func instrument(named name: String) -> Instrument? {
        instruments.first { $0.id.description == name } ?? instruments.first { $0.allTitles.contains(name) }
    }

    package func commitment(_ id: String) -> (agreement: Agreement, commitment: Commitment)? {
        for agreement in agreements {
            if let found = agreement.commitments.first(where: { $0.id == id }) { return (agreement, found) }
        }
        return nil
    }

    package func concept(_ id: String) -> Concept? { concepts.first { $0.id == id } }

    /// Finds what texts say about the declared concepts; built anew each time.
    package var scanner: ConceptScanner { ConceptScanner(concepts: concepts, weights: weights) }
}

/// One pass over `laws/`, collecting faults rather than stopping at the first.
private struct RegisterReading {
    struct Schemas {
        var instrument: DeclarationSchema
        var agreement: DeclarationSchema
        var concept: DeclarationSchema
        var words: DeclarationSchema
    }

    let folder: URL
    var instruments: [Instrument] = []
    var agreements: [Agreement] = []
    var concepts: [Concept] = []
    var agreementRoots: [Node] = []
    var conceptRoots: [Node] = []
    var weights: [WordWeights] = []
    /// The files that ``weights`` were read from, whole.
    var weightFiles: [Data] = []
    var faults: [DeclarationFault] = []

    init(folder: URL) { self.folder = folder }

    func schemas() throws(RegisterError) -> Schemas {
        Schemas(
            instrument: try schema("instrument"), agreement: try schema("agreement"),
            concept: try schema("concept"), words: try schema("words"))
    }

    func schema(_ name: String) throws(RegisterError) -> DeclarationSchema {
        let file = "schemas/\(name).schema.json"
        return try DeclarationSchema(text(of: file), file: shown(file))
    }

    private func text(of file: String) throws(RegisterError) -> String {
        do {
            return try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        } catch {
            throw RegisterError(faults: [
                DeclarationFault(
                    file: shown(file), line: 0,
                    message: "cannot be read; is \(folder.path) the folder of declarations?")
            ])
        }
    }

    mutating func readAll(_ schemas: Schemas) {
        for country in subfolders("") where country.utf8.count == 2 {
            for slug in subfolders(country) {
                let id = "\(country)/\(slug)"
                if let file = read("\(id)/instrument.yml", schemas.instrument) {
                    do {
                        instruments.append(try Instrument(file, folder: id))
                    } catch { faults += error.faults }
                }
            }
        }
        for slug in subfolders("agreements") {
            if let file = read("agreements/\(slug)/agreement.yml", schemas.agreement) {
                agreementRoots.append(file.root)
                agreements.append(Agreement(declaration: file.root))
                faults += AgreementCheck(file).faults
                check(file.root.word("id") == slug, file, "id", "is not the name of its folder, “\(slug)”")
            }
        }
        var classes = WordClasses()
        if names("").contains("words.yml"), let file = read("words.yml", schemas.words) {
            classes = WordClasses(file)
        }
        for name in names("concepts") where name.hasSuffix(".yml") {
            if let file = read("concepts/\(name)", schemas.concept) {
                let root = classes.expand(file.root, file: file.file)
                conceptRoots.append(root)
                concepts.append(Concept(declaration: root))
                let stem = String(name.dropLast(4))
                check(file.root.word("id") == stem, file, "id", "is not the name of its file, “\(stem)”")
                for entry in file.root.entries("bears_on") { bearings.append((entry, file.file)) }
            }
        }
        faults += classes.faults
        readWeights()
    }

    private mutating func readWeights() {
        for name in names("weights") where name.hasSuffix(".tsv") {
            let path = "weights/\(name)"
            guard let file = try? Data(contentsOf: folder.appending(path: path)) else {
                blame(path, 0, "cannot be read")
                continue
            }
            do throws(WordWeights.Fault) {
                let read = try WordWeights(reading: Array(file))
                weights.append(read)
                weightFiles.append(file)
                for scale in read.scales where !concepts.contains(where: { $0.id == scale.concept }) {
                    blame(
                        path, 0,
                        "no concept is called \(scale.concept); learn the weights again (scripts/learn/weights)"
                    )
                }
            } catch {
                blame(path, error.line, "\(error.message); learn the weights again (scripts/learn/weights)")
            }
        }
    }

    private mutating func blame(_ path: String, _ line: Int, _ message: String) {
        faults.append(DeclarationFault(file: shown(path), line: line, message: message))
    }

    /// Each `bears_on` entry with its file, for the check of references.
    private var bearings: [(Node, String)] = []

    mutating func checkReferences() {
        var commitments: Set<String> = []
        for agreement in agreements {
            for commitment in agreement.commitments where !commitments.insert(commitment.id).inserted {
                faults.append(
                    DeclarationFault(
                        file: shown("agreements/\(agreement.id)/agreement.yml"), line: 0,
                        message: "there are two commitments called \(commitment.id)"))
            }
        }
        for (entry, file) in bearings {
            guard let id = entry.word("commitment"), !commitments.contains(id) else { continue }
            faults.append(
                DeclarationFault(
                    file: file, line: entry["commitment"]?.line ?? 0,
                    message: "no agreement has a commitment “\(id)”"))
        }
        var owners: [String: InstrumentID] = [:]
        for instrument in instruments {
            for title in Set(instrument.allTitles) {
                if let other = owners.updateValue(instrument.id, forKey: title) {
                    faults.append(
                        DeclarationFault(
                            file: shown("\(instrument.id)/instrument.yml"), line: 0,
                            message: "the title “\(title)” belongs to \(other) already"))
                }
            }
        }
    }

    private mutating func check(_ holds: Bool, _ file: DeclarationFile, _ key: String, _ message: String) {
        if !holds {
            faults.append(
                DeclarationFault(
                    file: file.file, line: file.root[key]?.line ?? 0, message: "\(key) \(message)"))
        }
    }

    private mutating func read(_ path: String, _ schema: DeclarationSchema) -> DeclarationFile? {
        do {
            return try DeclarationFile(folder.appending(path: path), schema: schema, shownAs: shown(path))
        } catch {
            faults += error.faults
            return nil
        }
    }

    private func shown(_ path: String) -> String { "\(folder.relativePath)/\(path)" }

    private func names(_ path: String) -> [String] {
        let found =
            (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path).path)) ?? []
        return found.filter { !$0.hasPrefix(".") }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private func subfolders(_ path: String) -> [String] {
        names(path).filter { name in
            var isFolder: ObjCBool = false
            let full = folder.appending(path: path).appending(path: name).path
            return FileManager.default.fileExists(atPath: full, isDirectory: &isFolder) && isFolder.boolValue
        }
    }
}
