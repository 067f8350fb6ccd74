import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/// What a Linux package puts where: the image in `/opt`, and around it a command, a desktop entry, a
/// type for `.pastiche`, icons. All of them are the package's own files, so that the system's own
/// triggers announce them, and take them back. jpackage's scripts would register them from outside,
/// which fails where there is no desktop.
final class LinuxTree {
  private static final int[] ICONS = {16, 32, 64, 128, 256, 512};
  private static final String SHARE = "usr/share/";

  private LinuxTree() {}

  static void fill(Plan plan, Path image, Path tree) throws IOException {
    Trees.copy(image, tree.resolve("opt/pastiche"));
    Path bin = Files.createDirectories(tree.resolve("usr/bin"));
    Files.createSymbolicLink(bin.resolve("pastiche"), Path.of("/opt/pastiche/bin/pastiche"));
    put(plan, "linux/pastiche.desktop", tree.resolve(SHARE + "applications/pastiche.desktop"));
    put(plan, "linux/pastiche-mime.xml", tree.resolve(SHARE + "mime/packages/pastiche.xml"));
    String about = "studio.pastiche.Pastiche.metainfo.xml";
    put(plan, "linux/" + about, tree.resolve(SHARE + "metainfo/" + about));
    for (int size : ICONS) {
      String folder = SHARE + "icons/hicolor/%dx%d/".formatted(size, size);
      put(plan.icon(size), tree.resolve(folder + "apps/pastiche.png"));
      put(plan.icon(size), tree.resolve(folder + "mimetypes/application-x-pastiche.png"));
    }
    Path copyright = tree.resolve(SHARE + "doc/pastiche/copyright");
    put(plan.folder().resolve("NOTICE"), copyright);
    Files.writeString(
        copyright,
        "\nThe licences and notices of all of these are in /opt/pastiche/lib/app/legal and"
            + " /opt/pastiche/lib/runtime/legal.\nThat of Pastiche itself is on Debian in"
            + " /usr/share/common-licenses/Apache-2.0, too.\n",
        java.nio.file.StandardOpenOption.APPEND);
    readable(tree);
  }

  private static void put(Plan plan, String name, Path to) throws IOException {
    put(plan.packaging(name), to);
  }

  private static void put(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  /// For everybody, whatever the builder's own habits are.
  private static void readable(Path tree) throws IOException {
    try (var all = Files.walk(tree)) {
      for (Path each : all.filter(file -> !Files.isSymbolicLink(file)).toList()) {
        boolean open = Files.isDirectory(each) || Files.isExecutable(each);
        Files.setPosixFilePermissions(
            each, PosixFilePermissions.fromString(open ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
  }
}
