"""Real servers with made-up laws for the bench origins: an archive (pywb), web sites (nginx), a repository (git)."""
