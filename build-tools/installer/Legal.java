import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The licences and notices of everything in the image, in its `legal` folder: ours, the list that
/// the build makes of the libraries, what the libraries' jars bring, and what those that bring
/// nothing have published (`packaging/legal`). Java's own are in the runtime's `legal`.
final class Legal {
  private Legal() {}

  static void collect(Plan plan, Path into) throws IOException {
    Files.createDirectories(into);
    for (String name : List.of("LICENSE", "NOTICE")) {
      Files.copy(plan.folder().resolve(name), into.resolve(name));
    }
    try (var jars = Files.list(plan.folder().resolve("lib"))) {
      for (Path jar : jars.filter(each -> each.toString().endsWith(".jar")).toList()) {
        fromJar(jar, into);
      }
    }
    Trees.copy(plan.packaging("legal"), into);
    copy(plan.list(), into.resolve("THIRD-PARTY.txt"));
    copy(plan.bill(), into.resolve("sbom.cdx.json"));
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void fromJar(Path jar, Path into) throws IOException {
    String library = jar.getFileName().toString().replaceFirst("\\.jar$", "");
    try (ZipFile archive = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : archive.stream().filter(Legal::isLegal).toList()) {
        Path to = into.resolve(library).resolve(entry.getName().replaceFirst("^META-INF/", ""));
        Files.createDirectories(to.getParent());
        try (InputStream in = archive.getInputStream(entry)) {
          Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  /// LICENSE, NOTICE and the like, at the top of the jar or in its META-INF.
  private static boolean isLegal(ZipEntry entry) {
    return entry
        .getName()
        .matches("(?i)(META-INF/)?((licen[sc]e|notice|copying|al2\\.0|lgpl)[^/]*|licenses?/.+[^/])")
        && !entry.getName().endsWith(".class");
  }
}
