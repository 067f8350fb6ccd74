import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What jpackage makes by itself: `.msi` and `.exe` on Windows, `.dmg` and `.pkg` on macOS. Neither was
/// tried on its system yet.
///
/// @param plan what is packed
record OtherPackage(Plan plan) {
  void make(String type, Path image) throws IOException {
    List<String> call =
        new ArrayList<>(
            List.of(
                "--type",
                type,
                "--name",
                "Pastiche",
                "--app-image",
                image.toString(),
                "--app-version",
                version(),
                "--description",
                Plan.DESCRIPTION,
                "--vendor",
                Plan.VENDOR,
                "--license-file",
                plan.project().resolve("LICENSE").toString(),
                "--file-associations",
                association().toString(),
                "--dest",
                plan.out().toString()));
    if (plan.system() == Sys.WINDOWS) {
      call.addAll(
          List.of(
              "--win-menu",
              "--win-shortcut-prompt",
              "--win-dir-chooser",
              // what an upgrade is known by: never change it
              "--win-upgrade-uuid",
              "6f0e2f5b-4d19-4c0a-9a4b-6c1f4a1f0d35"));
    }
    Tool.jdk("jpackage", call);
  }

  /// Apple takes none that begins with 0.
  private String version() {
    boolean mac = plan.system() == Sys.MAC && plan.version().startsWith("0.");
    return mac ? "1." + plan.version().substring(2) : plan.version();
  }

  private Path association() throws IOException {
    return Files.writeString(
        plan.work().resolve("pastiche-files.properties"),
        """
        extension=pastiche
        mime-type=application/x-pastiche
        description=Pastiche project
        """);
  }
}
