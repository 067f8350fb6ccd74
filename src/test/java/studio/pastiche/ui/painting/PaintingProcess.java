package studio.pastiche.ui.painting;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.application.Platform;
import studio.pastiche.session.InputPicture;
import studio.pastiche.session.SessionFolder;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.ui.TestProcess;
import studio.pastiche.ui.task.EngineRoom;

/// A studio without a window that paints until it is killed, in a process of its own. It says
/// `painted N` for each progress it hears of, and `written N` when an iteration is safe on the
/// disk.
final class PaintingProcess {
  private final PrintStream out;
  private int written;

  private PaintingProcess(PrintStream out) {
    this.out = out;
  }

  /// The command line that starts it with this Java and these classes.
  ///
  /// @param sessions where its session's folder goes
  static List<String> command(Path sessions) {
    return TestProcess.command(PaintingProcess.class, sessions.toString());
  }

  /// @param args the folder of the sessions
  public static void main(String[] args) throws Exception {
    SnapshotStore store = new SnapshotStore(SessionFolder.create(Path.of(args[0])));
    PaintingProcess process = new PaintingProcess(System.out);
    Platform.startup(() -> process.begin(store));
  }

  private void begin(SnapshotStore store) {
    Painting painting = new Painting(new EngineRoom(), store, Duration.ZERO);
    painting.onEvent(event -> out.println("event " + event));
    painting.settings().size().set(64);
    painting.settings().iterations().set(1_000_000);
    painting.settings().snapshotEvery().set(10);
    painting.content().set(picture("photo.png", 60, 44));
    painting.styles().add(StyleInput.of(picture("painting.png", 50, 50)));
    painting
        .progress()
        .addListener(
            (_, _, now) -> {
              if (now != null) {
                out.println("painted " + now.done());
                told(painting);
              }
            });
    painting.paint();
  }

  private void told(Painting painting) {
    int safe = painting.document().leftOff().map(s -> s.mark().iteration()).orElse(0);
    if (safe > written) {
      written = safe;
      try {
        painting.awaitWritten();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      out.println("written " + written);
    }
  }

  private static InputPicture picture(String name, int width, int height) {
    int[] argb = new int[width * height];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = 0xff000000 | (i % width * 4) << 8 | i * name.length();
    }
    return InputPicture.ofPixels(name, width, height, argb);
  }
}
