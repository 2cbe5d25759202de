package org.heralddata.serve.portal.desk;

import java.util.ArrayList;
import java.util.List;
import org.heralddata.jobs.request.Delivery;

/** The same order in the words of other tools. */
final class RequestTexts {

    private RequestTexts() {}

    /** @param site address of the server without the last slash */
    static List<Snippet> of(FrozenView meant, String site) {
        var all = new ArrayList<Snippet>();
        all.add(new Snippet("order-curl", "Command line", curl(meant, site)));
        all.add(new Snippet("order-python", "Python, standard library", python(meant, site)));
        all.add(new Snippet("order-java", "Java", java(meant, site)));
        for (PartView part : meant.parts()) {
            part.adql()
                    .ifPresent(query -> all.add(new Snippet(
                            "order-adql-" + all.size(),
                            meant.parts().size() == 1
                                    ? "ADQL"
                                    : "ADQL: " + part.part().collection() + " "
                                            + part.part().table(),
                            query)));
        }
        return List.copyOf(all);
    }

    /** The archive of one request, whenever it is ready. */
    static Snippet download(RequestView view, String site) {
        String address = site + "/api/v1/requests/" + view.id();
        String file = view.meant().identifier() + ".zip";
        return new Snippet(
                "get-curl",
                "Fetch this package, from where it broke off",
                view.meant().frozen().request().delivery() == Delivery.ZIP
                        ? "curl -C - -o %s \\%n  '%s/result'".formatted(file, address)
                        : "curl -s '%s' | python3 -c 'import json, sys%nfor f in json.load(sys.stdin)[\"files\"]: print(\"%s\" + f[\"href\"])' | xargs -n 1 curl -OJ"
                                .formatted(address, site));
    }

    private static String curl(FrozenView meant, String site) {
        return """
                curl -s '%1$s/api/v1/requests' \\
                  -H 'Content-Type: application/json' \\
                  -d '%2$s' > request.json
                id=$(sed 's/.*"id":"\\([^"]*\\)".*/\\1/' request.json)
                until curl -s "%1$s/api/v1/requests/$id?wait=60" |
                  grep -Eq '"state":"(Finished|Failed|Expired)"'; do :; done
                curl -f -o %3$s.zip "%1$s/api/v1/requests/$id/files/package"
                """.formatted(site, meant.line().replace("'", "'\\''"), meant.identifier())
                .strip();
    }

    private static String python(FrozenView meant, String site) {
        return """
                import json, urllib.request, zipfile

                base = "%s/api/v1/requests"
                order = json.loads(r'''%s''')

                def ask(url, body=None):
                    data = json.dumps(body).encode() if body else None
                    head = {"Content-Type": "application/json"}
                    with urllib.request.urlopen(urllib.request.Request(url, data, head)) as answer:
                        return json.load(answer)

                request = ask(base, order)
                while request["state"] in ("Scheduled", "Running"):
                    request = ask(f"{base}/{request['id']}?wait=60")
                name, _ = urllib.request.urlretrieve(f"{base}/{request['id']}/files/package", "%s.zip")
                zipfile.ZipFile(name).extractall()
                """.formatted(site, meant.json(), meant.identifier()).strip();
    }

    private static String java(FrozenView meant, String site) {
        return """
                import java.net.URI;
                import java.net.http.*;
                import java.net.http.HttpResponse.BodyHandlers;
                import java.nio.file.Path;

                void main() throws Exception {
                    var base = "%s/api/v1/requests";
                    var order = \"\"\"
                            %s\"\"\";
                    var client = HttpClient.newHttpClient();
                    var post = HttpRequest.newBuilder(URI.create(base)).header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(order)).build();
                    var told = client.send(post, BodyHandlers.ofString()).body();
                    var id = told.replaceAll("(?s).*\\"id\\":\\"([^\\"]+)\\".*", "$1");
                    while (told.matches("(?s).*\\"state\\":\\"(Scheduled|Running)\\".*")) {
                        var wait = HttpRequest.newBuilder(URI.create(base + "/" + id + "?wait=60")).build();
                        told = client.send(wait, BodyHandlers.ofString()).body();
                    }
                    var get = HttpRequest.newBuilder(URI.create(base + "/" + id + "/files/package")).build();
                    client.send(get, BodyHandlers.ofFile(Path.of("%s.zip")));
                }
                """.formatted(site, meant.line().replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\""), meant.identifier())
                .strip();
    }
}
