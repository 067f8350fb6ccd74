package studio.pastiche.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import studio.pastiche.file.BesideFile;
import studio.pastiche.file.FileException;
import tools.jackson.databind.node.ObjectNode;

/// The document in a session's own folder: what is left when the process is killed.
public final class SessionFile {
  private SessionFile() {}

  /// What can be told of a session before it is opened.
  ///
  /// @param document without its input pictures
  /// @param photo the content image's name, empty where there is none
  public record Outline(Document document, String photo) {}

  /// Writes the document down whole. Its snapshots' files must be there by now, and those of an
  /// older document must not be deleted before.
  ///
  /// @throws IOException where the disk can't take it; the older one is untouched then
  public static void write(SessionFolder folder, Document document) throws IOException {
    InputStore inputs = new InputStore(folder);
    for (InputPicture each : document.inputs()) {
      inputs.keep(each);
    }
    BesideFile.write(
        folder.document(), new DocumentJson().write(document).getBytes(StandardCharsets.UTF_8));
  }

  /// Reads the document back, as far as its files are there.
  ///
  /// @throws FileException where there is none, or it can't be understood
  public static ProjectFile.Opened read(SessionFolder folder) throws FileException {
    DocumentJson json = new DocumentJson();
    List<Damage> damages = new ArrayList<>();
    return new ProjectFile.Opened(json.read(tree(json, folder), folder, damages), damages);
  }

  /// Reads what is to be told of a session; [#read] opens it.
  ///
  /// @throws FileException as [#read]
  public static Outline outline(SessionFolder folder) throws FileException {
    DocumentJson json = new DocumentJson();
    return json.outline(tree(json, folder), folder);
  }

  private static ObjectNode tree(DocumentJson json, SessionFolder folder) throws FileException {
    String name = folder.document().toString();
    byte[] text;
    try {
      text = Files.readAllBytes(folder.document());
    } catch (IOException e) {
      throw new ProjectException(name, "what the session left can't be read", e);
    }
    return json.tree(text, name);
  }
}
