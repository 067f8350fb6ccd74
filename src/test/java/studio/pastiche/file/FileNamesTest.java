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
  void aUsableNameIsTakenByEveryFileSystemAndLeadsNowhere() {
    assertEquals("lake at dusk 湖.final", FileNames.usable("lake at dusk 湖.final"));
    assertEquals("a_b", FileNames.usable("a:b"));
    assertEquals("__.._etc_passwd", FileNames.usable("../../etc/passwd"));
    assertEquals("_", FileNames.usable(".."));
    assertEquals("_", FileNames.usable("  "));
    assertEquals("C__x_y", FileNames.usable("C:\\x\ny"));
    assertEquals("lake_", FileNames.usable("lake. ."));
    assertEquals("_con", FileNames.usable("con"));
    assertEquals("_Nul.x", FileNames.usable("Nul.x"));
    assertEquals(50, FileNames.usable("long".repeat(100)).length());
  }

  @Test
  void aFileIsInItsFolderAndARootInItself() {
    Path root = Path.of("").toAbsolutePath().getRoot();

    assertEquals(root.resolve("a"), FileNames.folderOf(root.resolve("a").resolve("b.png")));
    assertEquals(Path.of("").toAbsolutePath(), FileNames.folderOf(Path.of("b.png")));
    assertEquals(root, FileNames.folderOf(root));
  }
}
