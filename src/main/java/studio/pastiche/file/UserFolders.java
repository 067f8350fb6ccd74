package studio.pastiche.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.harawata.appdirs.AppDirs;
import net.harawata.appdirs.AppDirsFactory;
import org.slf4j.LoggerFactory;

/// Where the system wants an application to keep what is the user's. Nothing is made here: whoever
/// writes makes the folder.
///
/// @param data what is worth keeping: networks, presets, autosaved work
/// @param cache what can be made again
/// @param log what went on
public record UserFolders(Path data, Path cache, Path log) {
  /// Names one folder in place of all of the system's, as tests and portable copies want it.
  public static final String HOME_PROPERTY = "pastiche.home";

  /// The folders of this user, or those in [#HOME_PROPERTY] or the environment's `PASTICHE_HOME`.
  public static UserFolders ofThisUser() {
    String home = System.getProperty(HOME_PROPERTY, System.getenv("PASTICHE_HOME"));
    if (home != null && !home.isBlank()) {
      return in(Path.of(home).toAbsolutePath());
    }
    AppDirs system = AppDirsFactory.getInstance();
    return new UserFolders(
        Path.of(system.getUserDataDir("Pastiche", null, "Pastiche")),
        Path.of(system.getUserCacheDir("Pastiche", null, "Pastiche")),
        Path.of(system.getUserLogDir("Pastiche", null, "Pastiche")));
  }

  /// These; or where nothing can be written to the data folder, some that are made in the system's
  /// temporary folder.
  ///
  /// @throws IOException where not even that can be written
  public UserFolders orTemporary() throws IOException {
    try {
      Files.createDirectories(data);
      if (Files.isWritable(data)) {
        return this;
      }
    } catch (IOException e) {
      LoggerFactory.getLogger(UserFolders.class).warn("{} can't be written", data, e);
    }
    return in(Files.createTempDirectory("pastiche"));
  }

  /// All of them in one folder.
  public static UserFolders in(Path home) {
    return new UserFolders(home.resolve("data"), home.resolve("cache"), home.resolve("log"));
  }
}
