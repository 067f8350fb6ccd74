import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/// What is packed, and where.
///
/// @param folder the build's `target/pastiche`: jars, JavaFX's jars, licence
/// @param out where images and installers come to lie
/// @param work for what is only needed meanwhile
/// @param project the project's own folder
/// @param version such as 0.1.0
/// @param debCompression as dpkg-deb's -Z names it
/// @param windowFlags of Java, for the studio
/// @param commandFlags of Java, for the command line
/// @param list of the libraries with their licences
/// @param bill of materials, as CycloneDX writes it
record Plan(
    Path folder,
    Path out,
    Path work,
    Path project,
    String version,
    String debCompression,
    List<String> windowFlags,
    List<String> commandFlags,
    Path list,
    Path bill) {
  static final String DESCRIPTION = "Repaints a photo in the style of a painting";
  static final String VENDOR = "the Pastiche authors";
  static final String MAIN = "studio.pastiche.Main";

  static Plan of(Properties set) {
    Path target = Path.of(set.getProperty("target")).toAbsolutePath();
    return new Plan(
        target.resolve("pastiche"),
        target.resolve("installer"),
        target.resolve("installer-work"),
        Path.of(set.getProperty("project")).toAbsolutePath(),
        set.getProperty("version").replaceFirst("-SNAPSHOT$", ""),
        set.getProperty("deb.compression"),
        words(set.getProperty("window.flags")),
        words(set.getProperty("command.flags")),
        target.resolve("classes/studio/pastiche/legal/THIRD-PARTY.txt"),
        target.resolve("pastiche-sbom.json"));
  }

  Sys system() {
    return Sys.ofThisMachine();
  }

  /// This system as DJL names it.
  String djlSystem() {
    String processor = System.getProperty("os.arch").equals("amd64") ? "x86_64" : "aarch64";
    return switch (system()) {
      case LINUX -> "linux-" + processor;
      case WINDOWS -> "win-" + processor;
      case MAC -> "osx-" + processor;
    };
  }

  /// This system as JNA names it.
  String jnaSystem() {
    String processor = System.getProperty("os.arch").equals("amd64") ? "x86-64" : "aarch64";
    return switch (system()) {
      case LINUX -> "linux-" + processor;
      case WINDOWS -> "win32-" + processor;
      case MAC -> "darwin-" + processor;
    };
  }

  /// A file of `packaging/`.
  Path packaging(String name) {
    return project.resolve("packaging").resolve(name);
  }

  /// The icon of that size in pixels.
  Path icon(int size) {
    return project.resolve("assets/icon/pastiche-" + size + ".png");
  }

  private static List<String> words(String line) {
    return Arrays.asList(line.strip().split("\\s+"));
  }
}
