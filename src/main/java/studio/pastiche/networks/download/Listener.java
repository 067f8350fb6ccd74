package studio.pastiche.networks.download;

/// Hears how a download goes, on the thread that fetches.
public interface Listener {
  void progressed(Progress progress);

  /// Something turned out that the user may want to know.
  void turned(Turn turn);

  /// What may turn out.
  enum Turn {
    /// Some of it was here already, and is not fetched again.
    RESUMED,
    /// What was here is of no use: the file on the server is another one now.
    STARTED_ANEW,
    /// The server can't give parts, so all of the file is fetched.
    WHOLE_FILE
  }
}
