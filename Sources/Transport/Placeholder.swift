/// Placeholder; replaced before the first release.
