package studio.pastiche.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

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
}
