import Material
struct NoFetcher: Fetching { func fetch(_ request: FetchRequest) async -> FetchResult { .failed(FetchFailure(kind: .name, message: "", isTransient: false)) } }
extension Settings { func fetcher() throws -> any Fetching { NoFetcher() } }
