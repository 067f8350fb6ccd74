package studio.pastiche.ui;

import javafx.application.Application;
import studio.pastiche.file.UserFolders;
import studio.pastiche.ui.crash.StartFailure;

/// Opens the studio, and returns when its window is closed.
public final class StudioLauncher implements Runnable {
  /// Throws UnsupportedOperationException where no window can be shown here, and StartFailure where
  /// something else keeps the studio from opening.
  @Override
  public void run() {
    try {
      Application.launch(StudioApp.class);
    } catch (UnsupportedOperationException e) {
      throw e;
    } catch (RuntimeException e) {
      throw failure(e);
    }
  }

  private static StartFailure failure(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof StartFailure known) {
        return known;
      }
    }
    Throwable root = e.getCause() == null ? e : e.getCause();
    return StartFailure.of(root, UserFolders.ofThisUser().log());
  }
}
