package studio.pastiche.file;

import java.nio.file.Path;
import net.harawata.appdirs.AppDirs;
import net.harawata.appdirs.AppDirsFactory;

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

  /// All of them in one folder.
  public static UserFolders in(Path home) {
    return new UserFolders(home.resolve("data"), home.resolve("cache"), home.resolve("log"));
  }
}
