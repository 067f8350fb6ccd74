package studio.pastiche.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Application;
import studio.pastiche.file.UserFolders;
import studio.pastiche.ui.task.SingleInstance;

/// Opens the studio with files, and returns when its window is closed. Where a studio of this user
/// runs already, that one gets the files, and comes to the front.
public final class StudioLauncher implements Consumer<List<Path>> {
  @Override
  public void accept(List<Path> files) {
    if (!SingleInstance.handOver(UserFolders.ofThisUser().data(), files)) {
      Application.launch(
          StudioApp.class, files.stream().map(Path::toString).toArray(String[]::new));
    }
  }

  /// What the arguments of an application that was launched here stand for.
  static List<Path> files(List<String> arguments) {
    return arguments.stream().map(Path::of).toList();
  }
}
