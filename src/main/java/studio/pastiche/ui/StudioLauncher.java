package studio.pastiche.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Application;
import studio.pastiche.file.UserFolders;
import studio.pastiche.ui.crash.StartFailure;
import studio.pastiche.ui.task.SingleInstance;

/// Opens the studio with files, and returns when its window is closed. Where a studio of this user
/// runs already, that one gets the files, and comes to the front.
public final class StudioLauncher implements Consumer<List<Path>> {
  /// Throws UnsupportedOperationException where no window can be shown here, and StartFailure where
  /// something else keeps the studio from opening.
  @Override
  public void accept(List<Path> files) {
    if (SingleInstance.handOver(UserFolders.ofThisUser().data(), files)) {
      return;
    }
    try {
      Application.launch(
          StudioApp.class, files.stream().map(Path::toString).toArray(String[]::new));
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

  /// What the arguments of an application that was launched here stand for.
  static List<Path> files(List<String> arguments) {
    return arguments.stream().map(Path::of).toList();
  }
}
