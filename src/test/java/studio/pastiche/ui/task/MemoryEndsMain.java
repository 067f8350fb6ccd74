package studio.pastiche.ui.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import studio.pastiche.engine.torch.TorchException;
import studio.pastiche.session.InputPicture;
import studio.pastiche.session.SessionFolder;
import studio.pastiche.session.SnapshotStore;
import studio.pastiche.ui.painting.Painting;
import studio.pastiche.ui.painting.PaintingEvent;
import studio.pastiche.ui.painting.Phase;
import studio.pastiche.ui.painting.StyleInput;

/// A process of its own that paints, and takes its own memory away when it has begun.
final class MemoryEndsMain {
  /// With less, oneDNN crashes more often than it refuses.
  private static final long LEFT = 300L << 20;

  private MemoryEndsMain() {}

  /// @param args the folder to keep snapshots in
  public static void main(String[] args) throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    SnapshotStore store = new SnapshotStore(SessionFolder.create(Path.of(args[0])));
    Platform.startup(() -> paint(store, over));
    over.await();
    Runtime.getRuntime().halt(0);
  }

  private static void paint(SnapshotStore store, CountDownLatch over) {
    Painting painting = new Painting(new EngineRoom(), store);
    painting.settings().size().set(1024);
    painting.settings().iterations().set(16);
    painting.settings().snapshotEvery().set(1_000_000);
    painting.content().set(picture("photo"));
    painting.styles().add(StyleInput.of(picture("style")));
    painting
        .phase()
        .addListener(
            (_, _, phase) -> {
              if (phase == Phase.PAINTING) {
                takeMemoryAway();
              }
            });
    painting.onEvent(
        event -> {
          System.out.println(told(event, painting));
          over.countDown();
        });
    painting.paint();
  }

  private static String told(PaintingEvent event, Painting painting) {
    if (event instanceof PaintingEvent.Failed failed) {
      boolean memory =
          failed.problem() instanceof OutOfMemoryError
              || (failed.problem() instanceof TorchException torch && torch.outOfMemory());
      String size =
          painting.snapshots().isEmpty()
              ? "nothing"
              : "a picture of " + painting.snapshots().getLast().size().longSide() + " px";
      return failed.problem()
          + "\nmemory ended: "
          + memory
          + ", kept "
          + size
          + ", phase "
          + painting.phase().get();
    }
    return event + ", phase " + painting.phase().get();
  }

  private static void takeMemoryAway() {
    try {
      long kilobytes =
          Files.readAllLines(Path.of("/proc/self/status")).stream()
              .filter(line -> line.startsWith("VmSize:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .findFirst()
              .orElseThrow();
      Process limit =
          new ProcessBuilder(
                  "prlimit",
                  "--pid",
                  String.valueOf(ProcessHandle.current().pid()),
                  "--as=" + ((kilobytes << 10) + LEFT))
              .inheritIO()
              .start();
      if (limit.waitFor() != 0) {
        throw new IllegalStateException("prlimit failed");
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static InputPicture picture(String name) {
    int[] argb = new int[400 * 300];
    for (int i = 0; i < argb.length; i++) {
      argb[i] = 0xff000000 | i * (17 + name.length());
    }
    return InputPicture.ofPixels(name, 400, 300, argb);
  }
}
