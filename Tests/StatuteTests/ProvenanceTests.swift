import Statute
import Testing

@Suite("Provenance")
struct ProvenanceTests {
    @Test("a provision has its own record, else that of the nearest one above it, else the general one")
    func nearest() {
        let provenance = Provenance(
            general: .init(fidelity: .assumed),
            records: [
                ProvisionPath("art_2"): .init(fidelity: .reported),
                ProvisionPath("art_2__para_1__point_3"): .init(fidelity: .rendered),
            ])
        #expect(provenance.record(for: ProvisionPath("art_1")).fidelity == .assumed)
        #expect(provenance.record(for: ProvisionPath("art_2__para_1")).fidelity == .reported)
        #expect(provenance.record(for: ProvisionPath("art_2__para_1__point_3")).fidelity == .rendered)
        #expect(provenance.record(for: ProvisionPath("art_20")).fidelity == .assumed)
    }

    @Test("fidelities are ordered from official to assumed")
    func order() {
        #expect(Fidelity.allCases.sorted() == [.official, .rendered, .reported, .recalled, .assumed])
    }
}
