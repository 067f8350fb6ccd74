package studio.pastiche.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserFoldersTest {
  @Test
  void theTestsKeepOutOfTheUsersOwnFolders() {
    Path home = Path.of(System.getProperty(UserFolders.HOME_PROPERTY)).toAbsolutePath();
    UserFolders folders = UserFolders.ofThisUser();
    assertTrue(folders.data().startsWith(home), folders::toString);
    assertTrue(folders.cache().startsWith(home), folders::toString);
    assertTrue(folders.log().startsWith(home), folders::toString);
  }

  @Test
  void eachFolderIsItsOwn() {
    UserFolders folders = UserFolders.in(Path.of("home"));
    assertEquals(3, Set.of(folders.data(), folders.cache(), folders.log()).size(), "shared");
  }

  @Test
  void whereNothingCanBeWrittenATemporaryFolderTakesItsPlace(@TempDir Path temp)
      throws IOException {
    UserFolders own = UserFolders.in(temp.resolve("home"));
    assertEquals(own, own.orTemporary());
    Path file = Files.writeString(temp.resolve("file"), "in the way");
    UserFolders other = UserFolders.in(file.resolve("home")).orTemporary();
    assertTrue(Files.isWritable(other.data().getParent()), other::toString);
    assertFalse(other.data().startsWith(temp), other::toString);
    Files.delete(other.data().getParent());
  }
}
