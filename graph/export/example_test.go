package export_test

import (
	"fmt"
	"os"

	"entente.example/graph"
	"entente.example/graph/export"
)

// What a question found goes out as an edge list for Gephi or R.
func ExampleWrite() {
	article := graph.NewDocument("", "Qatar pays for the Tripoli government, the minister said.", graph.Appearance{
		URL: "https://news.example/42", Publisher: "The Daily Herald", Published: "2020-05-28",
	})
	sentence := "Qatar pays for the Tripoli government, the minister said."
	reading := graph.Reading{Article: article.Article, Statements: []graph.Statement{{
		Article: article.ID, Subject: "Qatar", Relation: graph.Backs, Object: "Government_of_National_Accord",
		Polarity: graph.Affirmed, Citations: []graph.Citation{{
			Sentence: sentence, Span: graph.Span{0, len(sentence)}, Kinds: []graph.Kind{graph.Funding}, Confidence: 90,
		}},
	}}}
	reading.Normalize()
	found := graph.Subgraph{Articles: []graph.Article{article.Article}, Statements: reading.Statements}

	format, err := export.ByName("csv")
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := export.Write(os.Stdout, found, format, export.Options{}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// Source,Target,Type,Label,Weight,subject,subjectType,predicate,object,objectType,polarity,modality,kinds,phase,valid,statements,against,sources,againstSources,first,last,confidence,sentence,title,url,article,fact,reviewed,grade
	// Qatar,Government_of_National_Accord,Directed,backs,1,Qatar,,backs,Government of National Accord,,affirmed,,funding,,,1,0,1,0,2020-05-28,2020-05-28,0.90,"Qatar pays for the Tripoli government, the minister said.",,https://news.example/42,f4abf2c9-b50f-58f3-a343-0e24845679c4,12f31bbb-6998-5e4f-91a5-fd59d822cdb5,0,
}
