package studio.pastiche.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.pastiche.file.BesideFile;
import studio.pastiche.file.FileNames;

/// The projects that were opened or saved last, newest first, in a file of one path a line. A list
/// that can't be read or written is no reason to trouble the artist.
public final class RecentProjects {
  private static final Logger LOG = LoggerFactory.getLogger(RecentProjects.class);
  private static final int MOST = 10;

  private final Path file;

  /// @param file with the list; need not be there
  public RecentProjects(Path file) {
    this.file = file;
  }

  /// A project of the list.
  ///
  /// @param there whether its file is where it was
  public record Entry(Path project, boolean there) {}

  /// Asks the disk for each file: not for the thread that draws.
  public List<Entry> list() {
    return paths().stream().map(p -> new Entry(p, Files.isRegularFile(p))).toList();
  }

  /// Puts a project at the head of the list.
  public void add(Path project) {
    List<Path> all = new ArrayList<>(paths());
    Path whole = project.toAbsolutePath().normalize();
    all.remove(whole);
    all.addFirst(whole);
    write(all.subList(0, Math.min(MOST, all.size())));
  }

  public void clear() {
    write(List.of());
  }

  private List<Path> paths() {
    try {
      List<Path> found = new ArrayList<>();
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        try {
          if (!line.isBlank()) {
            found.add(Path.of(line));
          }
        } catch (InvalidPathException e) {
          LOG.info("A recent project is no path: {}", line);
        }
      }
      return found;
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      LOG.warn("The list of recent projects can't be read", e);
      return List.of();
    }
  }

  private void write(List<Path> projects) {
    String lines =
        projects.stream()
            .map(Path::toString)
            .filter(p -> p.indexOf('\n') < 0)
            .collect(Collectors.joining("\n"));
    try {
      Files.createDirectories(FileNames.folderOf(file));
      BesideFile.write(file, lines.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      LOG.warn("The list of recent projects can't be written", e);
    }
  }
}
