package studio.pastiche.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileNamesTest {
  @Test
  void aStemIsTheNameUpToItsLastDot() {
    assertEquals("lake.final", FileNames.stem("lake.final.png"));
    assertEquals("lake", FileNames.stem("lake"));
    assertEquals(".hidden", FileNames.stem(".hidden"));
  }

  @Test
  void aFileIsInItsFolderAndARootInItself() {
    Path root = Path.of("").toAbsolutePath().getRoot();

    assertEquals(root.resolve("a"), FileNames.folderOf(root.resolve("a").resolve("b.png")));
    assertEquals(Path.of("").toAbsolutePath(), FileNames.folderOf(Path.of("b.png")));
    assertEquals(root, FileNames.folderOf(root));
  }
}
