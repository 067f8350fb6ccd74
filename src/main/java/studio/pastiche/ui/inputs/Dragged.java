package studio.pastiche.ui.inputs;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import studio.pastiche.session.ProjectFile;

/// What is dragged over the window, as far as it can be told before it is dropped.
public sealed interface Dragged {
  /// More than this at once was hardly meant.
  int MOST_FILES = 12;

  /// Files, none of them a folder.
  record Pictures(List<Path> files) implements Dragged {}

  /// A project, whatever comes with it.
  record Project(Path file) implements Dragged {}

  /// A picture on the web, dragged out of a browser.
  record Web(URI address) implements Dragged {}

  /// Pixels without a file.
  record Pixels() implements Dragged {}

  /// Something that is no picture.
  record Unusable(Reason reason) implements Dragged {}

  /// Something that this window says nothing about.
  record Unknown() implements Dragged {}

  /// Why it can't be used.
  enum Reason {
    FOLDER,
    TOO_MANY,
    TEXT;

    /// The key of its words; `key.why` says what to do.
    String key() {
      return switch (this) {
        case FOLDER -> "drop.folder";
        case TOO_MANY -> "drop.too-many";
        case TEXT -> "drop.text";
      };
    }
  }

  /// What the system offers of a drag.
  ///
  /// @param files none where there are none
  /// @param html a piece of a web page; browsers put a picture's own address here, and that of a
  ///   link around it into `url`
  /// @param url an address
  /// @param text any
  /// @param image whether there are pixels
  record Board(
      List<Path> files,
      @Nullable String html,
      @Nullable String url,
      @Nullable String text,
      boolean image) {}

  /// What a drag is.
  static Dragged of(Board board) {
    if (!board.files().isEmpty()) {
      return of(board.files());
    }
    Optional<Dragged> address =
        pictureIn(board.html()).or(() -> dragged(board.url())).or(() -> dragged(board.text()));
    if (address.isPresent()) {
      return address.get();
    }
    if (board.image()) {
      return new Pixels();
    }
    boolean words = board.text() != null || board.html() != null || board.url() != null;
    return words ? new Unusable(Reason.TEXT) : new Unknown();
  }

  private static Dragged of(List<Path> files) {
    Optional<Path> project = files.stream().filter(ProjectFile::isNamedSo).findFirst();
    if (project.isPresent()) {
      return new Project(project.get());
    }
    if (files.size() > MOST_FILES) {
      return new Unusable(Reason.TOO_MANY);
    }
    return files.stream().anyMatch(Files::isDirectory)
        ? new Unusable(Reason.FOLDER)
        : new Pictures(files);
  }

  private static Optional<Dragged> pictureIn(@Nullable String html) {
    if (html == null) {
      return Optional.empty();
    }
    Matcher image =
        Pattern.compile("<img\\s[^>]*?src\\s*=\\s*[\"']([^\"']+)[\"']", Pattern.CASE_INSENSITIVE)
            .matcher(html);
    return image.find() ? dragged(image.group(1).replace("&amp;", "&")) : Optional.empty();
  }

  /// What an address stands for; nothing for other text. A list of addresses stands for its first.
  private static Optional<Dragged> dragged(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    String first = text.strip().lines().findFirst().orElse("").strip();
    try {
      URI address = new URI(first.replace(" ", "%20"));
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      if (scheme.equals("file")) {
        return Optional.of(of(List.of(Path.of(address))));
      }
      boolean web = Set.of("http", "https").contains(scheme) && address.getHost() != null;
      return web || scheme.equals("data") ? Optional.of(new Web(address)) : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      return Optional.empty();
    }
  }
}
