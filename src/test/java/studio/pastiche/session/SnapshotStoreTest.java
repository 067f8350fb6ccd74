package studio.pastiche.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.pastiche.engine.Inputs;
import studio.pastiche.engine.NetworkReference;
import studio.pastiche.engine.PictureReference;
import studio.pastiche.engine.Recipe;
import studio.pastiche.picture.Picture;
import studio.pastiche.picture.Size;

class SnapshotStoreTest {
  private static final PictureReference SOME = new PictureReference("some.png", "00");
  private static final Recipe RECIPE =
      Recipe.defaults(new Inputs(SOME, List.of(SOME), null), new NetworkReference("compact", "00"));
  private static final Snapshot.Mark MARK =
      new Snapshot.Mark(1, 1, 1, 50, 0.5, new Size(3, 2), false);

  @TempDir Path parent;

  private static String java() {
    return Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
  }

  @Test
  void aSnapshotComesBackExactTo16Bits() throws IOException {
    float[] rgb = new float[18];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = i / 17f;
    }
    float[] alpha = {0, 0.2f, 0.4f, 0.6f, 0.8f, 1};
    try (SnapshotStore store = new SnapshotStore(parent)) {
      Snapshot kept = store.keep(MARK, Picture.of(3, 2, rgb, alpha), RECIPE);
      Picture back = store.picture(kept);
      assertArrayEquals(rgb, back.rgb(), 1f / 65535);
      float[] alphaBack = back.alpha();
      assertNotNull(alphaBack);
      assertArrayEquals(alpha, alphaBack, 1f / 65535);
      assertEquals(new Size(3, 2), kept.thumbnail().size());
    }
  }

  @Test
  void closingLeavesNothingOnTheDisk() throws IOException {
    try (SnapshotStore store = new SnapshotStore(parent)) {
      var _ = store.keep(MARK, Picture.of(3, 2, new float[18]), RECIPE);
    }
    try (Stream<Path> left = Files.list(parent)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void aDiskThatTakesNothingIsReported() throws IOException {
    try (SnapshotStore store = new SnapshotStore(parent)) {
      try (Stream<Path> folders = Files.list(parent)) {
        Files.delete(folders.findFirst().orElseThrow());
      }
      assertThrows(
          IOException.class, () -> store.keep(MARK, Picture.of(3, 2, new float[18]), RECIPE));
      assertTrue(Files.exists(parent));
    }
  }

  @Test
  void whatAKilledSessionLeftIsClearedAway() throws IOException, InterruptedException {
    Process gone = new ProcessBuilder(java(), "-version").start();
    gone.waitFor();
    Path left = Files.createDirectory(parent.resolve("pastiche-session-" + gone.pid() + "-x"));
    Files.writeString(left.resolve("00001.planes"), "pixels");
    Path running =
        Files.createDirectory(
            parent.resolve("pastiche-session-" + ProcessHandle.current().pid() + "-x"));
    try (SnapshotStore store = new SnapshotStore(parent)) {
      assertTrue(Files.notExists(left));
      assertTrue(Files.exists(running));
    }
  }
}
