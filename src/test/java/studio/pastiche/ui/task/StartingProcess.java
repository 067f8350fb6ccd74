package studio.pastiche.ui.task;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;

/// A start of the studio without a window, in a process of its own. It says `ready` and waits for a
/// line; then `first` where it became the one studio, and `got FILE` for what others hand over;
/// else `handed over`.
final class StartingProcess {
  private StartingProcess() {}

  /// @param args the user's folder and the file to open
  public static void main(String[] args) throws IOException, InterruptedException {
    PrintStream out = System.out;
    Platform.startup(() -> {});
    out.println("ready");
    if (System.in.read() < 0) {
      throw new IllegalStateException("nobody says when to begin");
    }
    Optional<SingleInstance> one =
        SingleInstance.claimOrHandOver(
            Path.of(args[0]),
            List.of(Path.of(args[1])),
            files -> files.forEach(file -> out.println("got " + file)));
    out.println(one.isPresent() ? "first" : "handed over");
    if (one.isEmpty()) {
      Platform.exit();
    }
  }
}
