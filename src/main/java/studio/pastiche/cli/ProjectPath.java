package studio.pastiche.cli;

import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import studio.pastiche.session.ProjectFile;

/// A project's file in place of a command. A command that was misspelt is none.
final class ProjectPath implements ITypeConverter<Path> {
  @Override
  public Path convert(String text) {
    if (!text.toLowerCase(Locale.ROOT).endsWith(ProjectFile.EXTENSION)) {
      throw new TypeConversionException(
          "'%s' is neither a command nor a project (%s); see pastiche --help"
              .formatted(text, ProjectFile.EXTENSION));
    }
    return PathConverter.path(text);
  }
}
