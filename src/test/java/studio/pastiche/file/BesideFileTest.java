package studio.pastiche.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BesideFileTest {
  @TempDir Path folder;

  @Test
  void contentThatFailsHalfWayLeavesTheOldFileAndNothingBeside() throws IOException {
    Path file = Files.writeString(folder.resolve("kept.txt"), "old");
    FileException e =
        assertThrows(
            FileException.class,
            () ->
                BesideFile.write(
                    file,
                    channel -> {
                      channel.write(ByteBuffer.wrap(new byte[100]));
                      throw new IOException("No space left on device");
                    }));
    assertTrue(String.valueOf(e.getMessage()).contains("No space left"), e::getMessage);
    assertEquals("old", Files.readString(file));
    assertEquals(List.of(file), list());
  }

  @Test
  void aFileExceptionOfTheContentComesOutAsItIs() {
    FileException own = new FileException("a.txt", "is not what it should be", null);
    Path file = folder.resolve("new.txt");
    FileException thrown =
        assertThrows(
            FileException.class,
            () ->
                BesideFile.write(
                    file,
                    _ -> {
                      throw own;
                    }));
    assertEquals(own, thrown);
    assertTrue(Files.notExists(file));
  }

  private List<Path> list() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
