package org.heralddata.serve.portal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heralddata.model.diagnostic.Diagnostic;
import org.heralddata.model.diagnostic.Refusal;
import org.heralddata.model.files.CataloguedFile;
import org.heralddata.model.files.CommonField;
import org.heralddata.model.files.FileCollection;
import org.heralddata.model.files.FileField;
import org.heralddata.model.files.Lane;
import org.heralddata.query.QueryCode;
import org.heralddata.query.files.Coverage;
import org.heralddata.query.files.FileService;
import org.heralddata.query.files.FileService.FilesCount;
import org.heralddata.query.files.FileStream;
import org.heralddata.query.files.FilesRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Catalogued files: of all collections, of one, and all that is known of one file. */
@RestController("portalFilesController")
class FilesController {
    private static final List<String> FORM = List.of("where", "from", "to", "run", "instrument", "name", "order");
    private static final int PARTS = 240;
    private static final int MOST_FIELDS = 8;

    private final FileService files;
    private final Pages pages;

    FilesController(FileService files, Pages pages) {
        this.files = files;
        this.pages = pages;
    }

    @GetMapping("/files")
    ResponseEntity<String> all(@RequestParam Map<String, String> parameters) {
        return list(null, parameters);
    }

    @GetMapping("/collections/{collection}/files")
    ResponseEntity<String> ofCollection(
            @PathVariable("collection") String collection, @RequestParam Map<String, String> parameters) {
        return list(files.collection(Requested.collection(collection)), parameters);
    }

    @GetMapping("/files/{id}")
    ResponseEntity<String> one(@PathVariable("id") String id) {
        return pages.page("file", Map.of("detail", files.file(uuid(id))));
    }

    private static UUID uuid(String id) {
        if (!id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw new Refusal(Diagnostic.error(QueryCode.NO_FILE, "there is no file `%s`".formatted(id)));
        }
        return UUID.fromString(id);
    }

    private ResponseEntity<String> list(@Nullable FileCollection chosen, Map<String, String> parameters) {
        Map<String, String> asked = new LinkedHashMap<>();
        if (chosen != null) {
            asked.put("collection", chosen.about().id().value());
        }
        FORM.forEach(key -> asked.put(key, parameters.getOrDefault(key, "").strip()));
        FileList list = answer(chosen, asked, offset(parameters.getOrDefault("offset", "")));
        var model = new HashMap<String, Object>();
        model.put("list", list);
        model.put(
                "site",
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString());
        HttpStatus status = list.problem() == null ? HttpStatus.OK : HttpStatus.BAD_REQUEST;
        return pages.page(status, "files", model);
    }

    private static long offset(String written) {
        return written.matches("\\d{1,15}") ? Long.parseLong(written) : 0;
    }

    private FileList answer(@Nullable FileCollection chosen, Map<String, String> asked, long offset) {
        List<FileCollection> collections = files.collections();
        List<FileField> fields = chosen == null ? List.of() : shown(chosen);
        try {
            FilesRequest request = FilesForm.request(chosen, asked).page(FileList.PAGE, offset);
            FilesCount count = files.count(request);
            List<FileRow> rows = new ArrayList<>();
            try (FileStream found = files.files(request)) {
                for (CataloguedFile file = found.next(); file != null; file = found.next()) {
                    rows.add(FileRow.of(file, fields));
                }
            }
            return new FileList(
                    collections,
                    chosen,
                    asked,
                    instruments(chosen),
                    fields,
                    count,
                    rows,
                    TimeLane.all(files.coverage(request, PARTS)),
                    offset,
                    null);
        } catch (Refusal refusal) {
            return new FileList(
                    collections, chosen, asked, List.of(), fields, null, List.of(), List.of(), 0, Problem.of(refusal));
        }
    }

    /** The run and the instrument have columns of their own. */
    private static List<FileField> shown(FileCollection collection) {
        return collection.fields().stream()
                .filter(field -> CommonField.of(field.name()).isEmpty())
                .limit(MOST_FIELDS)
                .toList();
    }

    private List<String> instruments(@Nullable FileCollection chosen) {
        if (chosen == null) {
            return List.of();
        }
        Coverage all = files.coverage(FilesRequest.of(chosen.about().id()), 1);
        return all.by() == Lane.INSTRUMENT
                ? all.lanes().keySet().stream().filter(name -> !name.isEmpty()).toList()
                : List.of();
    }
}
