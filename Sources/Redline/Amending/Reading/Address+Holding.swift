import Statute

extension Address {
    /// The place that holds provisions of this kind: the article for a paragraph, the paragraph for an item.
    func holding(_ kind: ProvisionKind) -> Address {
        var place = self
        place.sentence = nil
        switch kind {
        case .subitem: place.subitem = nil
        case .item:
            place.item = nil
            place.subitem = nil
        default:
            place.paragraph = nil
            place.item = nil
            place.subitem = nil
        }
        return place
    }
}
